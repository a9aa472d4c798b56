package app.parley.outbox;

import app.parley.foundation.Durability;
import app.parley.foundation.Signal;
import java.time.Clock;
import java.time.Duration;
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
import org.springframework.transaction.support.TransactionTemplate;

/** Empties the tray: claims what is due, and sends several conversations' messages side by side. */
@Component
class OutboxWorker implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(OutboxWorker.class);
    private static final Duration LONGEST_SLEEP = Duration.ofSeconds(1);
    private static final int AT_ONCE = 64;

    private final Signal signal = new Signal();
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final OutboxRepository repository;
    private final Dispatch dispatch;
    private final Durability durability;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private volatile boolean running;
    private volatile @Nullable Thread thread;
    private @Nullable ExecutorService senders;

    OutboxWorker(
            OutboxRepository repository,
            Dispatch dispatch,
            Durability durability,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.repository = repository;
        this.dispatch = dispatch;
        this.durability = durability;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    void wakeAfterCommit() {
        signal.raiseAfterCommit();
    }

    private void workUntilStopped(ExecutorService executor) {
        while (running) {
            try {
                if (!claimAndSend(executor)) {
                    signal.await(LONGEST_SLEEP);
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                log.error("The outbox could not be read; trying again", e);
                pause();
            }
        }
    }

    private boolean claimAndSend(ExecutorService executor) throws InterruptedException {
        places.acquire();
        places.release();
        int free = places.availablePermits();
        List<OutboxItem> items = transaction.execute(status -> repository.claim(clock.instant(), Math.max(1, free)));
        if (items.isEmpty()) {
            return false;
        }
        // The claim is on the disk before a byte is on the wire: a crash must find it and not send again.
        durability.sync();
        for (OutboxItem item : items) {
            places.acquire();
            executor.execute(() -> send(item));
        }
        return true;
    }

    private void send(OutboxItem item) {
        try {
            dispatch.send(item);
        } catch (RuntimeException e) {
            // The claim stands, so it is not sent again; after a restart it counts as unknown.
            log.error("The outcome of outbox item {} could not be written", item.id(), e);
        } finally {
            places.release();
            signal.raise();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(Duration.ofSeconds(1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void start() {
        dispatch.recover();
        ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
        senders = executor;
        running = true;
        thread = Thread.ofPlatform().name("outbox-worker").start(() -> workUntilStopped(executor));
    }

    /** Finishes the sends under way. */
    @Override
    public void stop() {
        running = false;
        signal.raise();
        try {
            if (thread != null) {
                thread.join(Duration.ofSeconds(10));
            }
            if (senders != null) {
                senders.shutdown();
                senders.awaitTermination(30, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Starts before the web server and stops after it: what it took is finished. */
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
