package app.parley.team;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * What a phone's app is to be told.
 *
 * @param secret in letters and digits, for who cannot scan
 * @param address the same in one, as apps read it from a picture ({@code otpauth:})
 */
public record Enrolment(String secret, String address) {

    private static final String ISSUER = "Parley";

    static Enrolment of(byte[] key, String email) {
        String secret = Base32.of(key);
        return new Enrolment(
                secret,
                "otpauth://totp/" + ISSUER + ":" + encoded(email) + "?secret=" + secret + "&issuer=" + ISSUER
                        + "&digits=" + Totp.DIGITS);
    }

    /** Never with its secret, wherever this is printed. */
    @Override
    public String toString() {
        return "Enrolment";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
