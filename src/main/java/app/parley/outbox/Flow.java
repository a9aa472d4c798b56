package app.parley.outbox;

import java.time.Duration;
import java.time.Instant;

/**
 * How fast one number sends: its throughput, with a burst of a tenth of a second's worth; less of it after WhatsApp
 * said that it is too fast, and nothing at all while it rests.
 */
final class Flow {

    private static final double LEAST_SHARE = 1.0 / 32;
    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private static final double GAINED_IN_A_SECOND = 0.2;

    private final int throughput;
    private final Bucket bucket;
    private Instant restsUntil = Instant.MIN;
    private double share = 1;
    private long changed;

    Flow(int throughput, long now) {
        this.throughput = throughput;
        this.bucket = new Bucket(Math.max(1, throughput / 10.0), now);
        this.changed = now;
    }

    boolean isOf(int wanted) {
        return throughput == wanted;
    }

    int allowed(Instant time, long now) {
        if (now - changed > SECOND) {
            share = Math.min(1, share + GAINED_IN_A_SECOND * (now - changed) / SECOND);
            changed = now;
        }
        return time.isBefore(restsUntil) ? 0 : bucket.available(rate(), now);
    }

    void took(int messages) {
        for (int i = 0; i < messages; i++) {
            bucket.take();
        }
    }

    /** A quarter slower; what is refused within the same second says the same thing. */
    void slowDown(long now) {
        if (share == 1 || now - changed > SECOND / 2) {
            share = Math.max(LEAST_SHARE, share * 0.75);
            changed = now;
            bucket.empty();
        }
    }

    void rest(Instant until) {
        restsUntil = until.isAfter(restsUntil) ? until : restsUntil;
    }

    Duration untilNext() {
        return Duration.ofNanos(bucket.untilNext(rate()));
    }

    private double rate() {
        return throughput * share;
    }
}
