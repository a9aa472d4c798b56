package app.parley.journal;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps bodies: those that arrive while one commit is under way share the next, and none is acknowledged before its
 * commit has reached the disk.
 */
@Component
class JournalWriter implements SmartLifecycle {

    /** Beyond these the sender is told to come back: better a retry by Meta than memory without end. */
    private static final int LONGEST_QUEUE = 2_000;

    private static final long MOST_BYTES = 64L * 1024 * 1024;

    private static final int LARGEST_BATCH = 100;

    private static final int LONGEST_WAIT_MILLIS = 100;

    /** Nanoseconds between two commits: where the disk is fast, a hundred a second keep up with any load. */
    private static final long PACE = 10_000_000;

    private final BlockingQueue<Arrival> arrivals = new ArrayBlockingQueue<>(LONGEST_QUEUE);
    private final JournalRepository repository;
    private final JournalWorker worker;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final AtomicLong queuedBytes = new AtomicLong();
    private volatile boolean running;
    private volatile @Nullable Thread writer;

    JournalWriter(
            JournalRepository repository, JournalWorker worker, PlatformTransactionManager transactions, Clock clock) {
        this.repository = repository;
        this.worker = worker;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    // An array in a plain class: a record would compare it by identity and be flagged for it.
    static final class Arrival {
        private final byte[] body;
        private final Set<String> signedBy;
        private final Instant receivedAt;
        private final CompletableFuture<Void> kept = new CompletableFuture<>();

        Arrival(byte[] body, Set<String> signedBy, Instant receivedAt) {
            this.body = body;
            this.signedBy = signedBy;
            this.receivedAt = receivedAt;
        }

        byte[] body() {
            return body;
        }

        Set<String> signedBy() {
            return signedBy;
        }

        Instant receivedAt() {
            return receivedAt;
        }
    }

    /** Completes when the body is on the disk, exceptionally when it could not be kept. */
    CompletableFuture<Void> keep(byte[] body, Set<String> signedBy) {
        Arrival arrival = new Arrival(body, signedBy, clock.instant());
        boolean fits = queuedBytes.addAndGet(body.length) <= MOST_BYTES;
        if (!running || !fits || !arrivals.offer(arrival)) {
            queuedBytes.addAndGet(-body.length);
            return CompletableFuture.failedFuture(new IllegalStateException("The journal takes nothing right now."));
        }
        return arrival.kept;
    }

    private void writeUntilStopped() {
        List<Arrival> batch = new ArrayList<>();
        long lastCommit = System.nanoTime();
        while (running || !arrivals.isEmpty()) {
            Arrival first = next();
            if (first == null) {
                continue;
            }
            batch.add(first);
            LockSupport.parkNanos(lastCommit + PACE - System.nanoTime());
            lastCommit = System.nanoTime();
            arrivals.drainTo(batch, LARGEST_BATCH - 1);
            write(batch);
            batch.forEach(arrival -> queuedBytes.addAndGet(-arrival.body().length));
            batch.clear();
        }
    }

    /** Null when none has come for a moment. Nobody interrupts this thread: H2 would close its file. */
    private @Nullable Arrival next() {
        try {
            return arrivals.poll(LONGEST_WAIT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return null;
        }
    }

    private void write(List<Arrival> batch) {
        try {
            transaction.executeWithoutResult(status -> repository.insert(batch));
            batch.forEach(arrival -> arrival.kept.complete(null));
            worker.wake();
        } catch (RuntimeException | Error e) {
            batch.forEach(arrival -> arrival.kept.completeExceptionally(e));
        }
    }

    @Override
    public void start() {
        running = true;
        writer = Thread.ofPlatform().name("journal-writer").start(this::writeUntilStopped);
    }

    @Override
    public void stop() {
        running = false;
        Thread writing = writer;
        if (writing != null) {
            try {
                writing.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
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
