package app.parley.foundation;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Keeps statements and the writing of an H2 file apart. H2 takes its tables and indexes one after the other when it
 * writes them: what a statement changes in between is written in one and missing in the other, and a process that is
 * killed before the next time leaves an index with a row that is not there, or a transaction that is half committed.
 * Between statements all that is open is in H2's undo log, too, and is taken back at the next start.
 */
@Component
class WriteGate {

    private static final Logger log = LoggerFactory.getLogger(WriteGate.class);

    /**
     * How long statements that begin are held up at first, and twice as long each time after. Who waits for a row holds
     * a statement open for as long as whoever holds the row needs for their next one: these must get through in between.
     */
    private static final long FIRST_MILLIS = 5;

    private static final long LONGEST_MILLIS = 320;

    /** Where nobody waits for the disk and the next statement is as good a moment. */
    private static final long SHORT_MILLIS = 20;

    private final ReentrantReadWriteLock statements = new ReentrantReadWriteLock();
    private volatile Runnable relief = () -> {};

    /** @param before what is done before each statement that changes anything */
    void before(Runnable before) {
        relief = before;
    }

    /** A statement that changes something begins; it must {@link #leave} when it has ended. */
    void enter() {
        if (statements.getReadHoldCount() == 0) {
            relief.run();
        }
        statements.readLock().lock();
    }

    void leave() {
        statements.readLock().unlock();
    }

    /** Between statements, or after 0.6 seconds without such a moment all the same: somebody waits for the disk. */
    void betweenStatements(Runnable write) {
        if (!ifBetweenStatements(LONGEST_MILLIS, write)) {
            log.debug("The database's file is written in the middle of a statement");
            write.run();
        }
    }

    /** Between statements. @return whether there was such a moment soon */
    boolean ifBetweenStatements(Runnable write) {
        return ifBetweenStatements(SHORT_MILLIS, write);
    }

    /** While nobody else changes anything, if there is such a moment soon; otherwise all the same. */
    void alone(Runnable act) {
        if (!ifBetweenStatements(SHORT_MILLIS, act)) {
            log.debug("Much is committed while somebody is in the middle of a statement");
            act.run();
        }
    }

    private boolean ifBetweenStatements(long longest, Runnable write) {
        if (statements.getReadHoldCount() > 0 || !closed(longest)) {
            return false;
        }
        try {
            write.run();
            return true;
        } finally {
            statements.writeLock().unlock();
        }
    }

    /** Whether somebody waits for the statements under way to end. */
    boolean isWaitedFor() {
        return statements.hasQueuedThreads();
    }

    private boolean closed(long longest) {
        try {
            for (long wait = FIRST_MILLIS; wait <= longest; wait *= 2) {
                if (statements.writeLock().tryLock(wait, TimeUnit.MILLISECONDS)) {
                    return true;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }
}
