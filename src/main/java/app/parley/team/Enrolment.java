package app.parley.team;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * What a phone's app is to be told. Nobody but who sees it keeps it: until its first code was typed it is nobody's second
 * factor, and forgotten with the page or the login it was made for.
 */
public final class Enrolment {

    private static final String ISSUER = "Parley";

    private final byte[] key;
    private final String email;

    Enrolment(byte[] key, String email) {
        this.key = key.clone();
        this.email = email;
    }

    /** In letters and digits, for who cannot scan. */
    public String secret() {
        return Base32.of(key);
    }

    /** The same in one, as apps read it from a picture ({@code otpauth:}). */
    public String address() {
        return "otpauth://totp/" + ISSUER + ":" + encoded(email) + "?secret=" + secret() + "&issuer=" + ISSUER
                + "&digits=" + Totp.DIGITS;
    }

    byte[] key() {
        return key.clone();
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
