package app.parley.media;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The SHA-256 that Meta announces: base64 in webhooks, hexadecimal in answers (contract section 5). */
final class AnnouncedDigest {

    private static final int LENGTH = 32;

    private AnnouncedDigest() {}

    /** What is no SHA-256 announces nothing. */
    static boolean matches(@Nullable String announced, byte[] digest) {
        byte[] expected = announced == null ? new byte[0] : decode(announced.strip());
        return expected.length != LENGTH || Arrays.equals(expected, digest);
    }

    private static byte[] decode(String announced) {
        try {
            return announced.length() == 2 * LENGTH
                    ? HexFormat.of().parseHex(announced)
                    : Base64.getDecoder().decode(announced.replace('-', '+').replace('_', '/'));
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}
