package app.parley.foundation;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A worker's thread: works while there is something to do, sleeps until woken, and survives whatever goes wrong. */
public final class WorkerLoop {

    private static final Logger log = LoggerFactory.getLogger(WorkerLoop.class);
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(1);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(30);

    private final Signal signal = new Signal();
    private final String name;
    private final Duration longestSleep;
    private final Step step;
    private volatile boolean running;
    private volatile @Nullable Thread thread;

    /** @param longestSleep how long it sleeps when nobody wakes it */
    public WorkerLoop(String name, Duration longestSleep, Step step) {
        this.name = name;
        this.longestSleep = longestSleep;
        this.step = step;
    }

    /** One piece of work. */
    @FunctionalInterface
    public interface Step {
        /** @return whether there was anything to do */
        boolean work() throws InterruptedException;
    }

    public void start() {
        running = true;
        thread = Thread.ofPlatform().name(name).start(this::run);
    }

    /** Lets it finish the piece it is at. */
    public void stop() {
        running = false;
        signal.raise();
        Thread working = thread;
        if (working != null) {
            try {
                working.join(LONGEST_STOP);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    public boolean isRunning() {
        return running;
    }

    public void wake() {
        signal.raise();
    }

    /** Some time from now. */
    public void wakeAfter(Duration pause) {
        CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS)
                .execute(this::wake);
    }

    /** Once the current transaction has committed, or at once when there is none. */
    public void wakeAfterCommit() {
        signal.raiseAfterCommit();
    }

    private void run() {
        while (running) {
            try {
                if (!step.work()) {
                    signal.await(longestSleep);
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException | Error e) {
                log.error("The {} had trouble and tries again: {}", name, Trouble.in(e));
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(AFTER_TROUBLE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
