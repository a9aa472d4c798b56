package app.parley.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** Meta's limits (contract section 7): so many messages a second from a number, and so many to one customer. */
@SandboxComponent
final class SandboxRateLimits {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final double PAIR_PER_SECOND = 1 / 6.0;
    private static final double PAIR_BURST = 45;

    private final Clock clock;
    private final Map<String, Deque<Instant>> lastSecond = new HashMap<>();
    private final Map<String, Pair> pairs = new HashMap<>();
    private int perSecond;
    private boolean pairsToo;

    SandboxRateLimits(Clock clock) {
        this.clock = clock;
    }

    /** @param perSecond messages from one number; 0 for as many as one likes */
    synchronized void limit(int perSecond, boolean pairsToo) {
        this.perSecond = perSecond;
        this.pairsToo = pairsToo;
        lastSecond.clear();
        pairs.clear();
    }

    /** Counts a send, or refuses it. */
    synchronized void check(String number, String customer) {
        Instant now = clock.instant();
        if (perSecond > 0) {
            Deque<Instant> sends = lastSecond.computeIfAbsent(number, key -> new ArrayDeque<>());
            sends.removeIf(at -> !at.isAfter(now.minus(SECOND)));
            if (sends.size() >= perSecond) {
                throw GraphError.of(429, 130429, "Cloud API message throughput has been reached.");
            }
            sends.add(now);
        }
        if (pairsToo
                && !pairs.computeIfAbsent(number + " " + customer, key -> new Pair(now))
                        .take(now)) {
            throw GraphError.of(400, 131056, "Too many messages from the sender to the same recipient.");
        }
    }

    private static final class Pair {

        private double tokens = PAIR_BURST;
        private Instant last;

        Pair(Instant now) {
            last = now;
        }

        boolean take(Instant now) {
            tokens = Math.min(PAIR_BURST, tokens + Duration.between(last, now).toMillis() / 1e3 * PAIR_PER_SECOND);
            last = now;
            // Half a second of somebody else's clock is no offence.
            if (tokens < 1 - PAIR_PER_SECOND / 2) {
                return false;
            }
            tokens--;
            return true;
        }
    }
}
