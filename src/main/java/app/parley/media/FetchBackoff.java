package app.parley.media;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When to try again: after 4 s, 16 s, 64 s … at most an hour, for as long as WhatsApp keeps the file. */
final class FetchBackoff {

    /** Contract section 5: ids from webhooks live for seven days. */
    private static final Duration KEPT_BY_META = Duration.ofDays(7);

    private static final Duration LONGEST = Duration.ofHours(1);

    private FetchBackoff() {}

    /** Empty when it was for the last time. */
    static Optional<Instant> next(int attempts, Instant receivedAt, Instant now) {
        if (now.isAfter(receivedAt.plus(KEPT_BY_META))) {
            return Optional.empty();
        }
        Duration wait = Duration.ofSeconds(1L << (2 * Math.min(attempts, 10)));
        return Optional.of(now.plus(wait.compareTo(LONGEST) < 0 ? wait : LONGEST));
    }
}
