package app.parley.foundation;

import java.time.Duration;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.RandomAccessStore;

/**
 * Keeps an H2 file small while it is in use: each commit writes anew what it touches, and leaves what it replaced behind
 * in the file. H2 does the same by itself, but for good stops at the first attempt that gains nothing at once, and
 * nothing is gained before the next sync.
 */
final class FileCompaction {

    /** Per cent of what the file's pieces hold that is still needed. */
    private static final int WELL_FILLED = 85;

    /** Less than this is not left so even while others write much: the file would grow for as long as they do. */
    private static final int POORLY_FILLED = 20;

    /** Bytes written in one step. */
    static final int AT_ONCE = 16 << 20;

    /** The same while others write much: no commit gets through meanwhile. */
    private static final int AT_ONCE_BUSY = 2 << 20;

    /** Bytes from one step to the next: so much is asked of the file that a step would be waited for. */
    private static final long MUCH_READ = 1 << 20;

    /** Steps that are passed over before it is believed that nobody asks any more. */
    private static final int QUIET_STEPS = 10;

    private final MVStore store;
    private final FileSync sync;
    private final CompactionPatience atRest = new CompactionPatience(Duration.ofHours(1));
    private final CompactionPatience underLoad = new CompactionPatience(Duration.ofSeconds(5));
    private long read;
    private int quietSteps;

    FileCompaction(MVStore store, FileSync sync) {
        this.store = store;
        this.sync = sync;
    }

    /**
     * Called twice a second.
     *
     * @param busy whether others write much
     */
    void step(boolean busy) {
        if (!store.isClosed() && store.getFileStore() instanceof RandomAccessStore file) {
            boolean asked = isAsked(file);
            if (!busy && !asked) {
                stepAtRest(file);
            } else if (isWorthIt(file, POORLY_FILLED, underLoad)) {
                rewrite(file, AT_ONCE_BUSY, underLoad);
            }
            read = file.getReadBytes();
        }
    }

    /** Whether others read much a short while ago: what they need next would be pushed out of memory by a step. */
    private boolean isAsked(RandomAccessStore file) {
        quietSteps = file.getReadBytes() - read > MUCH_READ ? 0 : quietSteps + 1;
        return quietSteps < QUIET_STEPS;
    }

    private void stepAtRest(RandomAccessStore file) {
        if (isWorthIt(file, WELL_FILLED, atRest)) {
            rewrite(file, AT_ONCE, atRest);
        } else if (file.getFillRate() < WELL_FILLED) {
            file.compactMoveChunks(WELL_FILLED, AT_ONCE, store);
        }
    }

    private static boolean isWorthIt(RandomAccessStore file, int enough, CompactionPatience patience) {
        int filled = file.getChunksFillRate();
        return filled < enough && !patience.isAtAnEnd(filled, System.nanoTime());
    }

    /** Writes anew what is left in old and empty pieces, and gives those free. */
    private void rewrite(RandomAccessStore file, int bytes, CompactionPatience patience) {
        store.compact(WELL_FILLED, bytes);
        sync.sync();
        sync.sync(); // Only then is what was replaced before the first one no longer held.
        store.executeFilestoreOperation(file::dropUnusedChunks);
        patience.judge(file.getChunksFillRate(), System.nanoTime());
    }
}
