package app.parley.outbox;

import java.time.Duration;
import java.util.Optional;

/** How long to wait before the next attempt: 1 s, 4 s, 16 s, 64 s … at most 15 minutes, for about a day. */
final class Backoff {

    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final int MOST_ATTEMPTS = 100;

    private Backoff() {}

    /** Empty when it has been tried often enough. */
    static Optional<Duration> after(int attempts) {
        if (attempts >= MOST_ATTEMPTS) {
            return Optional.empty();
        }
        Duration wait = Duration.ofSeconds(1L << Math.min(2 * (attempts - 1), 20));
        return Optional.of(wait.compareTo(LONGEST) < 0 ? wait : LONGEST);
    }
}
