package app.parley.numbers;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers when each number's last webhook was written down, so that a busy number costs no write for each. */
final class LastHeard {

    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final Map<NumberId, Instant> written = new ConcurrentHashMap<>();

    boolean isNews(NumberId id, Instant at) {
        Instant before = written.get(id);
        if (before != null && at.isBefore(before.plus(PAUSE))) {
            return false;
        }
        written.put(id, at);
        return true;
    }
}
