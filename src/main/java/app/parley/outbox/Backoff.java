package app.parley.outbox;

import java.time.Duration;
import java.util.Optional;

/** How long to wait before the next attempt: 1 s, 4 s, 16 s, 64 s … at most 15 minutes. */
enum Backoff {
    /** For about a day. */
    LONG(100),
    /** For six minutes. */
    SHORT(5);

    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final int mostAttempts;

    Backoff(int mostAttempts) {
        this.mostAttempts = mostAttempts;
    }

    /** Empty when it has been tried often enough. */
    Optional<Duration> after(int attempts) {
        if (attempts > mostAttempts) {
            return Optional.empty();
        }
        Duration wait = Duration.ofSeconds(1L << Math.clamp(2L * (attempts - 1), 0, 20));
        return Optional.of(wait.compareTo(LONGEST) < 0 ? wait : LONGEST);
    }
}
