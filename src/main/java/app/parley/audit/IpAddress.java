package app.parley.audit;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Addresses as people write them. */
public final class IpAddress {

    private static final int GROUPS = 8;

    private IpAddress() {}

    /** In the short form of RFC 5952, where it is one of IPv6; anything else stays as it is. Empty for none. */
    public static String shown(@Nullable String address) {
        if (address == null || address.indexOf(':') < 0) {
            return address == null ? "" : address;
        }
        int zone = address.indexOf('%');
        String literal = zone < 0 ? address : address.substring(0, zone);
        try {
            InetAddress parsed = InetAddress.ofLiteral(literal);
            String brief = parsed instanceof Inet4Address
                    ? "::ffff:" + parsed.getHostAddress()
                    : brief(groups(parsed.getAddress()));
            return zone < 0 ? brief : brief + address.substring(zone);
        } catch (IllegalArgumentException e) {
            return address;
        }
    }

    private static int[] groups(byte[] bytes) {
        int[] groups = new int[GROUPS];
        for (int i = 0; i < GROUPS; i++) {
            groups[i] = ((bytes[2 * i] & 0xff) << 8) | (bytes[2 * i + 1] & 0xff);
        }
        return groups;
    }

    /** The first of the longest runs of zeros becomes two colons; a lone zero stays (RFC 5952 section 4.2). */
    private static String brief(int[] groups) {
        int from = GROUPS;
        int longest = 1;
        for (int i = 0; i < GROUPS; i++) {
            int end = i;
            while (end < GROUPS && groups[end] == 0) {
                end++;
            }
            if (end - i > longest) {
                from = i;
                longest = end - i;
            }
        }
        return from == GROUPS
                ? joined(groups, 0, GROUPS)
                : joined(groups, 0, from) + "::" + joined(groups, from + longest, GROUPS);
    }

    private static String joined(int[] groups, int from, int until) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < until; i++) {
            text.append(i > from ? ":" : "")
                    .append(Integer.toHexString(groups[i]).toLowerCase(Locale.ROOT));
        }
        return text.toString();
    }
}
