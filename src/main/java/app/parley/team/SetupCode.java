package app.parley.team;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** A code that proves that who sets Parley up can read its log. Good for one use; five guesses a minute. */
@Component
class SetupCode {

    private static final String LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
    private static final int LENGTH = 12;
    private static final int GUESSES = 5;
    private static final Duration WITHIN = Duration.ofMinutes(1);

    private final Clock clock;
    private final String code = random();
    private final Deque<Instant> guesses = new ArrayDeque<>();
    private boolean used;

    SetupCode(Clock clock) {
        this.clock = clock;
    }

    String show() {
        return code.substring(0, 4) + "-" + code.substring(4, 8) + "-" + code.substring(8);
    }

    synchronized boolean matches(String typed) {
        if (used || !mayGuess()) {
            return false;
        }
        String plain = typed.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        // Takes the same time however much of it is right.
        return MessageDigest.isEqual(plain.getBytes(StandardCharsets.UTF_8), code.getBytes(StandardCharsets.UTF_8));
    }

    synchronized void voidIt() {
        used = true;
    }

    private boolean mayGuess() {
        Instant now = clock.instant();
        guesses.removeIf(at -> at.isBefore(now.minus(WITHIN)));
        return guesses.size() < GUESSES && guesses.add(now);
    }

    private static String random() {
        SecureRandom random = new SecureRandom();
        StringBuilder text = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }
}
