package app.parley.foundation;

import java.time.Duration;

/**
 * When to leave a file alone that has much in it that is not needed any more: steps that gain nothing cost as much as
 * those that do. While others write, what is gained is lost again at once; so nothing is given up for good, only for
 * longer each time, until much is gained or the file has become much worse.
 */
final class CompactionPatience {

    /** Steps without any gain; what is young is not touched for some seconds. */
    private static final int STEPS = 10;

    /** Nanoseconds. */
    private static final long FIRST_PAUSE = 5_000_000_000L;

    /** Per cent, up or down; less comes and goes by itself while others write. */
    private static final int MUCH = 5;

    private final long longestPause;
    private int best;
    private int givenUpAt;
    private int inVain;
    private boolean pausing;
    private long until;
    private long pause = FIRST_PAUSE;

    /** @param longestPause after which it is tried again, however often that was in vain */
    CompactionPatience(Duration longestPause) {
        this.longestPause = longestPause.toNanos();
    }

    /**
     * @param filled per cent of what the file's pieces hold that is still needed
     * @param now nanoseconds
     */
    boolean isAtAnEnd(int filled, long now) {
        if (pausing && (filled <= givenUpAt - MUCH || now - until >= 0)) {
            pausing = false;
            best = filled;
        }
        return pausing;
    }

    /** A step was made, and the file is filled that much now. */
    void judge(int filled, long now) {
        if (filled > best) {
            best = filled;
            inVain = 0;
            if (filled >= givenUpAt + MUCH) {
                pause = FIRST_PAUSE;
            }
        } else if (++inVain >= STEPS) {
            best = filled;
            givenUpAt = filled;
            inVain = 0;
            pausing = true;
            until = now + pause;
            pause = Math.min(2 * pause, longestPause);
        }
    }
}
