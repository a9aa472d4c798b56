package app.parley.foundation;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way of an H2 file's commits to the disk. Those who come while one sync is under way share the next.
 *
 * <p>H2's own CHECKPOINT SYNC is not enough here: what its background thread has just taken over may still be on its
 * way to the file when the file is synced. And H2 writes over space as soon as nothing in memory needs it any more,
 * whether or not the disk has what replaced it; so the version of the last sync is held until the next, and a power cut
 * finds it whole.
 */
final class FileSync {

    private static final Logger log = LoggerFactory.getLogger(FileSync.class);

    /** Bytes in memory, from one look to the next: a quarter of what one step of the upkeep writes. */
    private static final long CALM = FileCompaction.AT_ONCE / 4;

    /** Nanoseconds. */
    private static final long RELIEF_PAUSE = 100_000_000;

    private final MVStore store;
    private final WriteGate gate;
    private final AtomicLong asked = new AtomicLong();
    private final Lock lock = new ReentrantLock();
    private final FileCompaction upkeep;
    private final AtomicBoolean relieving = new AtomicBoolean();
    private final AtomicLong nextRelief = new AtomicLong(System.nanoTime());
    private final AtomicLong handedOver = new AtomicLong();
    private long done;
    private long syncedVersion = -1;
    private boolean holding = true;
    private MVStore.@Nullable TxCounter held;

    FileSync(MVStore store, WriteGate gate) {
        this.store = store;
        this.gate = gate;
        this.upkeep = new FileCompaction(store, this);
        gate.before(this::relieve);
    }

    boolean isOf(MVStore other) {
        return store == other;
    }

    /**
     * Returns once everything committed before the call is on the disk.
     *
     * @throws org.h2.mvstore.MVStoreException when it is not, or nobody knows: the file was closed in between
     */
    void sync() {
        long mine = asked.incrementAndGet();
        lock.lock();
        try {
            if (done < mine) {
                long upTo = asked.get();
                writeAndForce();
                done = upTo;
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Has what there is written before it is so much that H2 does so by itself, in the middle of statements; whoever is
     * about to change something does it, without waiting for the disk, nor for somebody who writes already. One at a
     * time, and not again and again while somebody is in the middle of a statement and stays there, waiting for a row.
     */
    private void relieve() {
        if (isFilling() && System.nanoTime() - nextRelief.get() >= 0 && relieving.compareAndSet(false, true)) {
            try {
                if (!gate.ifBetweenStatements(this::handOver)) {
                    nextRelief.set(System.nanoTime() + RELIEF_PAUSE);
                }
            } catch (MVStoreException e) {
                log.debug("The file cannot be written; the statement that begins will say so itself", e);
            } finally {
                relieving.set(false);
            }
        }
    }

    private void handOver() {
        if (isFilling() && take() < 0) {
            nextRelief.set(System.nanoTime() + RELIEF_PAUSE);
        }
    }

    private boolean isFilling() {
        return store.getUnsavedMemory() > store.getAutoCommitMemory() / 2 && !store.isClosed();
    }

    /** Syncs if anything was committed or moved since the last time. */
    void catchUp() {
        if (!store.isClosed() && (store.hasUnsavedChanges() || store.getCurrentVersion() != syncedVersion())) {
            sync();
        }
    }

    /** Makes the file smaller; while so much is written that what is gained is soon lost again, only if it must be. */
    void tidy() {
        upkeep.step(handedOver.get() > CALM);
        handedOver.set(0);
    }

    /** Holds nothing any more, so that H2 can close its file. */
    void letGo() {
        gate.before(() -> {});
        lock.lock();
        try {
            holding = false;
            store.deregisterVersionUsage(held);
            held = null;
        } finally {
            lock.unlock();
        }
    }

    private long syncedVersion() {
        lock.lock();
        try {
            return syncedVersion;
        } finally {
            lock.unlock();
        }
    }

    private void writeAndForce() {
        MVStore.TxCounter now = store.registerVersionUsage();
        MVStore.TxCounter released = now;
        try {
            gate.betweenStatements(this::write);
            long version = store.getCurrentVersion();
            store.executeFilestoreOperation(() -> {}); // Waits for all that is on its way to the file.
            store.sync();
            syncedVersion = version;
            if (holding) {
                released = held;
                held = now;
            }
        } finally {
            store.deregisterVersionUsage(released);
        }
    }

    /** Takes what there is and leaves the writing to H2's thread, which is waited for outside of the gate. */
    private void write() {
        if (take() < 0) {
            store.commit();
        }
    }

    private long take() {
        handedOver.addAndGet(store.getUnsavedMemory());
        return store.tryCommit();
    }
}
