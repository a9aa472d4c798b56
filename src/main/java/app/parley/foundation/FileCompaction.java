package app.parley.foundation;

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

    /** Bytes written in one step. */
    private static final int AT_ONCE = 16 << 20;

    /** Steps without any gain; what is young is not touched for some seconds. */
    private static final int PATIENCE = 10;

    private final MVStore store;
    private final FileSync sync;
    private int best;
    private int inVain;
    private int notAbove = WELL_FILLED;

    FileCompaction(MVStore store, FileSync sync) {
        this.store = store;
        this.sync = sync;
    }

    void step() {
        if (!store.isClosed() && store.getFileStore() instanceof RandomAccessStore file) {
            if (file.getChunksFillRate() < notAbove) {
                rewrite(file);
            } else if (file.getFillRate() < WELL_FILLED) {
                file.compactMoveChunks(WELL_FILLED, AT_ONCE, store);
            }
        }
    }

    /** Writes anew what is left in the emptiest pieces, and gives those free. */
    private void rewrite(RandomAccessStore file) {
        store.compact(WELL_FILLED, AT_ONCE);
        sync.sync();
        sync.sync(); // Only then is what was replaced before the first one no longer held.
        store.executeFilestoreOperation(file::dropUnusedChunks);
        judge(file.getChunksFillRate());
    }

    /** Not for ever: what cannot be had is left until it has become worse. */
    private void judge(int filled) {
        inVain = filled > best ? 0 : inVain + 1;
        best = Math.max(best, filled);
        notAbove = WELL_FILLED;
        if (inVain >= PATIENCE) {
            notAbove = filled - 5;
            inVain = 0;
            best = 0;
        }
    }
}
