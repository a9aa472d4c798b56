package app.parley.oidc;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;

/** Tells an address of the internet from those of this machine, of its network, and of nobody. */
final class PublicAddress {

    /** What is not the internet (IANA's registries of special-purpose addresses). */
    private static final List<Prefix> NOT_PUBLIC = List.of(
            v4(8, 0),
            v4(8, 10),
            v4(10, 100, 64),
            v4(8, 127),
            v4(16, 169, 254),
            v4(12, 172, 16),
            v4(24, 192, 0, 0),
            v4(24, 192, 0, 2),
            v4(24, 192, 88, 99),
            v4(16, 192, 168),
            v4(15, 198, 18),
            v4(24, 198, 51, 100),
            v4(24, 203, 0, 113),
            v4(4, 224),
            v4(4, 240));

    private static final Prefix GLOBAL_V6 = v6(3, 0x20);

    /** Within what is global: documentation, and what carries another address in itself (Teredo, 6to4). */
    private static final List<Prefix> NOT_PUBLIC_V6 = List.of(
            v6(23, 0x20, 0x01, 0x00), v6(32, 0x20, 0x01, 0x0d, 0xb8), v6(16, 0x20, 0x02), v6(20, 0x3f, 0xff, 0x00));

    private PublicAddress() {}

    private static final class Prefix {

        private final int bits;
        private final byte[] bytes;

        private Prefix(int bits, byte[] bytes) {
            this.bits = bits;
            this.bytes = bytes;
        }

        boolean holds(byte[] address) {
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % 8);
                if (((address[bit / 8] ^ bytes[bit / 8]) & mask) != 0) {
                    return false;
                }
            }
            return true;
        }
    }

    static boolean is(InetAddress address) {
        byte[] bytes = address.getAddress();
        return switch (address) {
            case Inet4Address _ -> NOT_PUBLIC.stream().noneMatch(prefix -> prefix.holds(bytes));
            case Inet6Address _ ->
                GLOBAL_V6.holds(bytes) && NOT_PUBLIC_V6.stream().noneMatch(prefix -> prefix.holds(bytes));
            default -> false;
        };
    }

    private static Prefix v4(int bits, int... start) {
        return new Prefix(bits, bytes(4, start));
    }

    private static Prefix v6(int bits, int... start) {
        return new Prefix(bits, bytes(16, start));
    }

    private static byte[] bytes(int length, int... start) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < start.length; i++) {
            bytes[i] = (byte) start[i];
        }
        return bytes;
    }
}
