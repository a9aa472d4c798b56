package app.parley.sandbox;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Ids that look like Meta's. Like Meta's, a message id holds the customer's phone number (contract section 2.1). */
final class MetaIds {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final byte[] HEAD = {0x1c, 0x18};
    private static final byte[] MIDDLE = {0x15, 0x02, 0x00};

    private MetaIds() {}

    static String inboundMessage(String customer) {
        return wamid(customer, (byte) 0x12, 10);
    }

    static String outboundMessage(String customer) {
        return wamid(customer, (byte) 0x11, 9);
    }

    static String userId() {
        return "US." + digits(20);
    }

    static String media() {
        return digits(16);
    }

    static String trace() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return "A" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String wamid(String customer, byte direction, int randomBytes) {
        byte[] unique = new byte[randomBytes];
        RANDOM.nextBytes(unique);
        byte[] hex = HexFormat.of().withUpperCase().formatHex(unique).getBytes(StandardCharsets.US_ASCII);
        byte[] who = customer.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(HEAD);
        bytes.write(who.length);
        bytes.writeBytes(who);
        bytes.writeBytes(MIDDLE);
        bytes.write(direction);
        bytes.write(0x18);
        bytes.write(hex.length);
        bytes.writeBytes(hex);
        bytes.write(0);
        return "wamid." + Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    private static String digits(int count) {
        StringBuilder digits = new StringBuilder().append(1 + RANDOM.nextInt(9));
        while (digits.length() < count) {
            digits.append(RANDOM.nextInt(10));
        }
        return digits.toString();
    }
}
