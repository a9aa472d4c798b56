package app.parley.team;

/** Bytes as people can type them (RFC 4648, without padding). */
final class Base32 {

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;

    private Base32() {}

    static String of(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int kept = 0;
        int count = 0;
        for (byte next : bytes) {
            kept = (kept << Byte.SIZE) | (next & 0xff);
            count += Byte.SIZE;
            while (count >= BITS) {
                count -= BITS;
                text.append(LETTERS.charAt((kept >> count) & 0x1f));
            }
            kept &= (1 << count) - 1;
        }
        return count == 0
                ? text.toString()
                : text.append(LETTERS.charAt((kept << (BITS - count)) & 0x1f)).toString();
    }
}
