package app.parley.media;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When to try again: after 4 s, 16 s, 64 s … at most an hour, for as long as WhatsApp keeps the file; at most half a day
 * when it came and was not what was announced, for each time is a whole download.
 */
final class FetchBackoff {

    /** Contract section 5: ids from webhooks live for seven days. */
    private static final Duration KEPT_BY_META = Duration.ofDays(7);

    private static final Duration LONGEST = Duration.ofHours(1);

    private static final Duration LONGEST_OF_DAMAGED = Duration.ofHours(12);

    private FetchBackoff() {}

    /** Empty when it was for the last time. */
    static Optional<Instant> next(MissingFileReason reason, int attempts, Instant receivedAt, Instant now) {
        if (now.isAfter(receivedAt.plus(KEPT_BY_META))) {
            return Optional.empty();
        }
        Duration wait = Duration.ofSeconds(1L << (2 * Math.min(attempts, 10)));
        Duration longest = reason == MissingFileReason.DAMAGED ? LONGEST_OF_DAMAGED : LONGEST;
        return Optional.of(now.plus(wait.compareTo(longest) < 0 ? wait : longest));
    }
}
