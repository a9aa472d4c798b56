package app.parley.live;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * Turns many requests into few flushes: the first request flushes at once, those within the pause after a flush share one
 * flush at its end. Flushes never overlap, and none is lost: a request during a flush leads to another.
 */
final class Coalescer {

    private final Executor executor;
    private final Executor afterPause;
    private final Runnable flush;
    private boolean busy;
    private boolean requested;

    /** @param executor where {@code flush} runs; never the thread that requests */
    Coalescer(Duration pause, Executor executor, Runnable flush) {
        this(executor, CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS, executor), flush);
    }

    /** @param afterPause runs what it is given once the pause has passed */
    Coalescer(Executor executor, Executor afterPause, Runnable flush) {
        this.executor = executor;
        this.afterPause = afterPause;
        this.flush = flush;
    }

    void request() {
        synchronized (this) {
            requested = true;
            if (busy) {
                return;
            }
            busy = true;
        }
        executor.execute(this::flushAndPause);
    }

    private void flushAndPause() {
        synchronized (this) {
            requested = false;
        }
        try {
            flush.run();
        } finally {
            afterPause.execute(this::flushAgainOrRest);
        }
    }

    private void flushAgainOrRest() {
        synchronized (this) {
            if (!requested) {
                busy = false;
                return;
            }
        }
        flushAndPause();
    }
}
