package app.parley.billing;

import java.time.Instant;

/** Quarter hours counted from 1970 in UTC: what days of every time zone are made of. */
final class Quarters {

    private static final long SECONDS = 900;
    private static final long A_DAY = 24 * 4;

    private Quarters() {}

    static long of(Instant time) {
        return Math.floorDiv(time.getEpochSecond(), SECONDS);
    }

    static Instant start(long quarter) {
        return Instant.ofEpochSecond(quarter * SECONDS);
    }

    /** The first one of its UTC day. */
    static long startOfDay(long quarter) {
        return Math.floorDiv(quarter, A_DAY) * A_DAY;
    }
}
