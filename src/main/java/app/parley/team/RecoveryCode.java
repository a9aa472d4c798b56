package app.parley.team;

import java.security.SecureRandom;
import java.util.Locale;

/** Ten letters and digits that none can be mistaken for another of: 49 bits, told once, kept as a digest. */
final class RecoveryCode {

    static final int HOW_MANY = 10;

    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int LENGTH = 10;
    private static final SecureRandom RANDOM = new SecureRandom();

    private RecoveryCode() {}

    static String make() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            code.append(i == LENGTH / 2 ? "-" : "").append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return code.toString();
    }

    /** However it was typed. With whose it is: nobody who reads the database tries all codes on everybody at once. */
    static String digest(AgentId agent, String typed) {
        String plain = typed.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        return Digests.of(agent.value() + "/" + plain);
    }
}
