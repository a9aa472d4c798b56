package app.parley.foundation;

import app.parley.foundation.LeaseRepository.Taking;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The right to be the one process that does a piece of work: a row in the database, renewed again and again while this
 * process lives. It is ours at most as long as the row says, counted from before we asked.
 */
public final class Lease {

    private final String name;
    private final String holder = UUID.randomUUID().toString();
    private final Duration length;
    private final boolean alone;
    private final LeaseRepository repository;
    private final TransactionTemplate transaction;
    private final Runnable taken;
    private final WorkerLoop loop;
    private final AtomicInteger term = new AtomicInteger();
    private volatile boolean held;
    private volatile long heldUntil;

    Lease(
            String name,
            Duration length,
            boolean alone,
            LeaseRepository repository,
            PlatformTransactionManager transactions,
            Runnable taken) {
        this.name = name;
        this.length = length;
        this.alone = alone;
        this.repository = repository;
        this.transaction = new TransactionTemplate(transactions);
        this.taken = taken;
        this.loop = new WorkerLoop(name + "-lease", length.dividedBy(3), this::takeOrRenew);
    }

    /** Tries to get it from now on, and keeps it. */
    public void start() {
        loop.start();
    }

    /** Others may have it at once. */
    public void stop() {
        loop.stop();
        held = false;
        transaction.executeWithoutResult(status -> repository.release(name, holder));
    }

    public boolean isHeld() {
        return held && System.nanoTime() - heldUntil < 0;
    }

    /** Grows each time it becomes ours: whoever does the work sees that somebody else may have done it in between. */
    public int term() {
        return term.get();
    }

    /** Us, as others see it. */
    public String holder() {
        return holder;
    }

    /**
     * Asks the database, within the transaction that depends on it: nobody else gets the lease before that has ended.
     * If it is not ours, it is asked for again in the background.
     */
    public boolean isHeldInThisTransaction() {
        boolean ours = repository.isHeldBy(name, holder);
        if (!ours) {
            held = false;
            loop.wake();
        }
        return ours;
    }

    private boolean takeOrRenew() {
        boolean before = isHeld();
        long asked = System.nanoTime();
        Taking taking = transaction.execute(status -> repository.take(name, holder, length, alone));
        heldUntil = asked + length.toNanos();
        held = taking != Taking.REFUSED;
        if (held && (taking == Taking.TAKEN || !before)) {
            term.incrementAndGet();
            taken.run();
        }
        return false;
    }
}
