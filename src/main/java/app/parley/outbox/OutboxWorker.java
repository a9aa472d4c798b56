package app.parley.outbox;

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
import org.springframework.transaction.support.TransactionTemplate;

/** Empties the tray: claims what is due, and sends several conversations' messages side by side. */
@Component
class OutboxWorker implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(OutboxWorker.class);
    private static final int AT_ONCE = 64;

    /** Longer than any send and the writing of its outcome can take. */
    private static final Duration ABANDONED_AFTER = Duration.ofMinutes(3);

    private final Semaphore places = new Semaphore(AT_ONCE);
    private final OutboxRepository repository;
    private final Dispatch dispatch;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final WorkerLoop loop = new WorkerLoop("outbox-worker", Duration.ofSeconds(1), this::claimAndSend);
    private Instant lastRecovery = Instant.MIN;
    private volatile @Nullable ExecutorService senders;

    OutboxWorker(OutboxRepository repository, Dispatch dispatch, PlatformTransactionManager transactions, Clock clock) {
        this.repository = repository;
        this.dispatch = dispatch;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    void wakeAfterCommit() {
        loop.wakeAfterCommit();
    }

    private boolean claimAndSend() throws InterruptedException {
        recoverNowAndThen();
        places.acquire();
        places.release();
        int free = Math.max(1, places.availablePermits());
        // On the disk before a byte is on the wire: a crash must find the claim and not send again.
        List<OutboxItem> items = transaction.execute(status -> repository.claim(clock.instant(), free));
        if (items.isEmpty()) {
            return false;
        }
        for (OutboxItem item : items) {
            places.acquire();
            senders().execute(() -> send(item));
        }
        return true;
    }

    private void recoverNowAndThen() {
        Instant now = clock.instant();
        if (now.minus(ABANDONED_AFTER).isAfter(lastRecovery)) {
            dispatch.recover(now.minus(ABANDONED_AFTER));
            lastRecovery = now;
        }
    }

    private void send(OutboxItem item) {
        try {
            dispatch.send(item);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            // The claim stands, so it is not sent again; before long it counts as unknown.
            log.error("What came of outbox item {} could not be written: {}", item.id(), Trouble.in(e));
        } finally {
            places.release();
            loop.wake();
        }
    }

    private ExecutorService senders() {
        ExecutorService executor = senders;
        if (executor == null) {
            throw new IllegalStateException("The outbox is stopped.");
        }
        return executor;
    }

    /** Whatever was claimed before this start was claimed by a process that is no more. */
    @Override
    public void start() {
        dispatch.recover(clock.instant());
        senders = Executors.newVirtualThreadPerTaskExecutor();
        loop.start();
    }

    /** Finishes the sends under way. */
    @Override
    public void stop() {
        loop.stop();
        ExecutorService executor = senders;
        if (executor != null) {
            executor.shutdown();
            try {
                if (!executor.awaitTermination(30, TimeUnit.SECONDS)) {
                    log.warn("Some sends were cut off; they will count as unknown");
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

    /** Starts before the web server and stops after it: what it took is finished. */
    @Override
    public int getPhase() {
        return 0;
    }
}
