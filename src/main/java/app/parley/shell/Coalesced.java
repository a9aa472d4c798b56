package app.parley.shell;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/** Does a piece of work at once when first asked, then at most five times a second, and once more after the last ask. */
final class Coalesced {

    private static final Duration GAP = Duration.ofMillis(200);

    private final Runnable work;
    private final AtomicBoolean waiting = new AtomicBoolean();
    private long earliest = System.nanoTime();

    Coalesced(Runnable work) {
        this.work = work;
    }

    /** Returns at once; the work is done on a thread of its own. */
    void ask() {
        if (waiting.compareAndSet(false, true)) {
            Thread.startVirtualThread(this::whenDue);
        }
    }

    private synchronized void whenDue() {
        try {
            Thread.sleep(Duration.ofNanos(Math.max(0, earliest - System.nanoTime())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        earliest = System.nanoTime() + GAP.toNanos();
        // Before the work: whoever asks while it runs has seen something it may have missed.
        waiting.set(false);
        work.run();
    }
}
