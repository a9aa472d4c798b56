package app.parley.foundation;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.RandomAccessStore;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Keeps H2's file small while it is in use. H2 has a thread for that, but not with WRITE_DELAY=0, which we need so that
 * a commit is in the file before it returns; each commit writes anew what it touches, and the file would only grow.
 * What is freed is written over no sooner than H2's retention time says. PostgreSQL looks after itself.
 */
@Component
class FileUpkeep implements SmartLifecycle {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** Bytes moved in a step: while others write, they wait for it. */
    private static final int WHEN_BUSY = 2 << 20;

    private static final int WHEN_IDLE = 64 << 20;

    /** Per cent. */
    private static final int WELL_FILLED = 85;

    private final DataSource database;
    private final WorkerLoop loop = new WorkerLoop("file-upkeep", PAUSE, this::step);
    private @Nullable MVStore store;
    private long writesBefore;

    FileUpkeep(DataSource database) {
        this.database = database;
    }

    private boolean step() {
        MVStore open = store;
        if (open != null && !open.isClosed() && open.getFileStore() instanceof RandomAccessStore file) {
            tidy(open, file);
        }
        return false;
    }

    private void tidy(MVStore open, RandomAccessStore file) {
        long writes = file.getWriteCount();
        boolean idle = writes == writesBefore;
        int bytes = idle ? WHEN_IDLE : WHEN_BUSY;
        int chunks = file.getChunksFillRate();
        if (chunks < WELL_FILLED) {
            // The emptiest first; while nobody waits, all that are fuller by half of what is missing.
            open.compact(idle ? (chunks + 100) / 2 : chunks + 1, bytes);
        }
        // Gives free what is no longer used, and closes the gaps if there are many.
        file.compactMoveChunks(WELL_FILLED, bytes, open);
        writesBefore = file.getWriteCount();
    }

    @Override
    public void start() {
        store = storeOf(database);
        if (store != null) {
            loop.start();
        }
    }

    /** Null when it is not H2's, or not a file. */
    private static @Nullable MVStore storeOf(DataSource database) {
        try (Connection connection = database.getConnection()) {
            if (!connection.isWrapperFor(JdbcConnection.class)) {
                return null;
            }
            return connection.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal session
                            && session.getDatabase().isPersistent()
                    ? session.getDatabase().getStore().getMvStore()
                    : null;
        } catch (SQLException e) {
            throw new IllegalStateException("The database cannot be asked for its file", e);
        }
    }

    @Override
    public void stop() {
        loop.stop();
    }

    @Override
    public boolean isRunning() {
        return loop.isRunning();
    }

    /** Ends before the database is closed, after those who write. */
    @Override
    public int getPhase() {
        return -1;
    }
}
