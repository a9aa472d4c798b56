package app.parley.team;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Codes that change every half minute (RFC 6238), as phones' apps make them: six digits, by HMAC-SHA-1. */
final class Totp {

    static final int DIGITS = 6;
    static final int SECRET_BYTES = 20;

    private static final int SECONDS = 30;
    private static final String MAC = "HmacSHA1";

    /** A phone's clock may be off, and a code be typed slowly. */
    private static final int STEPS_OFF = 1;

    private Totp() {}

    /** The half minute whose code this is: the one that runs, or one beside it. */
    static OptionalLong stepOf(byte[] secret, String typed, Instant now) {
        long running = Math.floorDiv(now.getEpochSecond(), SECONDS);
        return LongStream.rangeClosed(running - STEPS_OFF, running + STEPS_OFF)
                .filter(step -> isSame(code(secret, step, DIGITS), typed))
                .findFirst();
    }

    /** The code of a moment. */
    static String at(byte[] secret, Instant moment) {
        return code(secret, Math.floorDiv(moment.getEpochSecond(), SECONDS), DIGITS);
    }

    static String code(byte[] secret, long step, int digits) {
        byte[] hash = hash(secret, ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        int offset = hash[hash.length - 1] & 0x0f;
        int number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & Integer.MAX_VALUE;
        long code = number % (long) Math.pow(10, digits);
        String text = Long.toString(code);
        return "0".repeat(digits - text.length()) + text;
    }

    private static byte[] hash(byte[] secret, byte[] moment) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(secret, MAC));
            return mac.doFinal(moment);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + MAC, e);
        }
    }

    /** Takes the same time however much of it is right. */
    private static boolean isSame(String code, String typed) {
        return MessageDigest.isEqual(code.getBytes(StandardCharsets.UTF_8), typed.getBytes(StandardCharsets.UTF_8));
    }
}
