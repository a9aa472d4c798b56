package app.parley.foundation;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
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

    private final ReentrantReadWriteLock statements = new ReentrantReadWriteLock();

    /** To be held while a statement changes anything. */
    Lock statement() {
        return statements.readLock();
    }

    /** Between statements, or after 0.6 seconds without such a moment all the same: somebody waits for the disk. */
    void betweenStatements(Runnable write) {
        if (statements.getReadHoldCount() == 0 && closed()) {
            try {
                write.run();
            } finally {
                statements.writeLock().unlock();
            }
        } else {
            log.debug("The database's file is written in the middle of a statement");
            write.run();
        }
    }

    /** Whether somebody waits for the statements under way to end. */
    boolean isWaitedFor() {
        return statements.hasQueuedThreads();
    }

    private boolean closed() {
        try {
            for (long wait = FIRST_MILLIS; wait <= LONGEST_MILLIS; wait *= 2) {
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
