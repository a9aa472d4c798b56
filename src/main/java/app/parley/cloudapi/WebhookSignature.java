package app.parley.cloudapi;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** {@code X-Hub-Signature-256}: HMAC-SHA-256 of the raw body under the app secret (contract 1.2). */
public final class WebhookSignature {

    private static final String PREFIX = "sha256=";

    private WebhookSignature() {}

    /** Compares in constant time; a missing or malformed header is simply not valid. */
    public static boolean isValid(@Nullable String header, byte[] body, String appSecret) {
        byte[] given = parse(header);
        if (given == null) {
            return false;
        }
        return MessageDigest.isEqual(given, hmac(body, appSecret))
                || (hasNonAscii(body) && MessageDigest.isEqual(given, hmac(escaped(body), appSecret)));
    }

    /** As Meta writes it, without what stands before it. */
    static String hex(byte[] message, String appSecret) {
        return HexFormat.of().formatHex(hmac(message, appSecret));
    }

    private static byte @Nullable [] parse(@Nullable String header) {
        if (header == null || !header.startsWith(PREFIX) || header.length() != PREFIX.length() + 64) {
            return null;
        }
        try {
            return HexFormat.of().parseHex(header, PREFIX.length(), header.length());
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static byte[] hmac(byte[] body, String appSecret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(appSecret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean hasNonAscii(byte[] body) {
        for (byte b : body) {
            if (b < 0) {
                return true;
            }
        }
        return false;
    }

    /** Meta signs ASCII; a proxy that decoded the escapes is forgiven by writing them again. */
    private static byte[] escaped(byte[] body) {
        StringBuilder ascii = new StringBuilder(body.length * 2);
        new String(body, StandardCharsets.UTF_8).chars().forEach(c -> {
            if (c < 0x80) {
                ascii.append((char) c);
            } else {
                ascii.append("\\u").append(HexFormat.of().toHexDigits((char) c));
            }
        });
        return ascii.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
