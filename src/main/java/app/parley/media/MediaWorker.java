package app.parley.media;

import app.parley.conversations.MediaReceived;
import app.parley.foundation.Trouble;
import app.parley.foundation.WorkerLoop;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/** Fetches what is due, a few files side by side. */
@Component
class MediaWorker implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(MediaWorker.class);
    private static final int AT_ONCE = 16;

    /** Longer than any fetch can take. */
    private static final Duration LEASE = Duration.ofMinutes(20);

    private final Semaphore places = new Semaphore(AT_ONCE);
    private final FetchRepository attachments;
    private final Fetching fetching;
    private final MediaStore mediaStore;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final WorkerLoop loop = new WorkerLoop("media-worker", Duration.ofSeconds(1), this::claimAndFetch);
    private volatile @Nullable ExecutorService fetchers;

    MediaWorker(
            FetchRepository attachments,
            Fetching fetching,
            MediaStore mediaStore,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.attachments = attachments;
        this.fetching = fetching;
        this.mediaStore = mediaStore;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(MediaReceived received) {
        loop.wake();
    }

    void wakeAfterCommit() {
        loop.wakeAfterCommit();
    }

    private boolean claimAndFetch() throws InterruptedException {
        int free = places.availablePermits(); // Nobody else takes any.
        if (free == 0) {
            return false; // The next one that is done wakes us.
        }
        Instant now = clock.instant();
        List<FetchTask> files = transaction.execute(status -> attachments.claim(now, now.plus(LEASE), free));
        for (FetchTask due : files) {
            places.acquire();
            fetchers().execute(() -> fetch(due));
        }
        return !files.isEmpty();
    }

    private void fetch(FetchTask due) {
        try {
            fetching.fetch(due);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // The next start begins with it.
        } catch (RuntimeException | Error e) {
            log.error("A file could not be fetched and is tried again later: {}", Trouble.in(e));
        } finally {
            places.release();
            loop.wake();
        }
    }

    private ExecutorService fetchers() {
        ExecutorService executor = fetchers;
        if (executor == null) {
            throw new IllegalStateException("The media store is closed.");
        }
        return executor;
    }

    /** What was being fetched before this start was left by a process that is no more. */
    @Override
    public void start() {
        mediaStore.sweep(clock.instant());
        transaction.executeWithoutResult(status -> attachments.recover(clock.instant()));
        fetchers = Executors.newVirtualThreadPerTaskExecutor();
        loop.start();
    }

    /**
     * Waits a little for what is under way, and leaves the rest to the next start. No thread is interrupted: one that
     * just writes to H2 would close the database's file for everybody.
     */
    @Override
    public void stop() {
        loop.stop();
        ExecutorService executor = fetchers;
        if (executor != null) {
            executor.shutdown();
            try {
                if (!executor.awaitTermination(5, TimeUnit.SECONDS)) {
                    log.info("Some files will be fetched after the next start");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return loop.isRunning();
    }

    /** Stops after the web server: a request that asks for a file again finds it at work. */
    @Override
    public int getPhase() {
        return 0;
    }
}
