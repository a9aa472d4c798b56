package app.parley.outbox;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How fast one number sends: in no second more than its throughput, and less of it after WhatsApp said that it is too
 * fast. A window rather than tokens: who was held up for a moment catches up at once.
 */
final class ThroughputWindow {

    private static final double LEAST_SHARE = 1.0 / 32;
    private static final double GAINED_IN_A_SECOND = 0.2;
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final int throughput;
    private final Deque<Long> lastSecond = new ArrayDeque<>();
    private double share = 1;
    private long changed;

    ThroughputWindow(int throughput, long now) {
        this.throughput = throughput;
        this.changed = now;
    }

    boolean isOf(int wanted) {
        return throughput == wanted;
    }

    int allowed(long now) {
        while (!lastSecond.isEmpty() && now - lastSecond.peekFirst() >= SECOND) {
            lastSecond.removeFirst();
        }
        if (now - changed > SECOND) {
            share = Math.min(1, share + GAINED_IN_A_SECOND * (now - changed) / SECOND);
            changed = now;
        }
        int most = Math.max(1, (int) (throughput * share));
        return Math.max(0, most - lastSecond.size());
    }

    void took(int messages, long now) {
        for (int i = 0; i < messages; i++) {
            lastSecond.addLast(now);
        }
    }

    /** A quarter slower; what is refused within the same second says the same thing. */
    void slowDown(long now) {
        if (share == 1 || now - changed > SECOND / 2) {
            share = Math.max(LEAST_SHARE, share * 0.75);
            changed = now;
        }
    }

    /** Until the oldest send of the last second is a second old; zero when more is allowed now. */
    Duration untilNext(long now) {
        Long oldest = lastSecond.peekFirst();
        return oldest == null || allowed(now) > 0
                ? Duration.ZERO
                : Duration.ofNanos(Math.max(1, oldest + SECOND - now));
    }
}
