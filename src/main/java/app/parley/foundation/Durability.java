package app.parley.foundation;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Makes what was committed reach the disk. PostgreSQL does that in the commit; H2 keeps a commit in memory, so whoever
 * may not lose it has it written and synced here. What nobody waits for is synced at least twice a second. Nobody else
 * writes the file (WRITE_DELAY is as good as endless): see {@link WriteGate}.
 */
@Component
class Durability implements SmartLifecycle {

    private static final Duration LONGEST_LAG = Duration.ofMillis(500);

    private final DataSource database;
    private final WriteGate gate;
    private final WorkerLoop loop = new WorkerLoop("durability", LONGEST_LAG, this::catchUp);
    private volatile @Nullable FileSync file;

    Durability(DataSource database, WriteGate gate) {
        this.database = database;
        this.gate = gate;
    }

    /** Where this connection's commits go; null when they are on the disk by themselves, or meant for memory only. */
    @Nullable
    FileSync of(Connection connection) throws SQLException {
        if (!connection.isWrapperFor(JdbcConnection.class)
                || !(connection.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal session)) {
            return null;
        }
        MVStore store = session.getDatabase().getStore().getMvStore();
        return store.isPersistent() ? of(store) : null;
    }

    /** The same for all, until H2 had to close its file and opens it anew. */
    private FileSync of(MVStore store) {
        FileSync known = file;
        if (known != null && known.isOf(store)) {
            return known;
        }
        synchronized (this) {
            FileSync current = file;
            if (current == null || !current.isOf(store)) {
                current = new FileSync(store, gate);
                file = current;
            }
            return current;
        }
    }

    /**
     * Commits, or takes back, much at once. H2 may write in the middle of that, on the same thread; what becomes of it
     * is marked by then, and made good at the next start. What others are changing meanwhile would not be.
     */
    void alone(Runnable end) {
        gate.alone(end);
    }

    private boolean catchUp() {
        FileSync known = file;
        if (known != null) {
            known.catchUp();
            known.tidy();
        }
        return false;
    }

    @Override
    public void start() {
        try (Connection connection = database.getConnection()) {
            if (of(connection) != null) {
                loop.start();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The database cannot be asked for its file", e);
        }
    }

    @Override
    public void stop() {
        loop.stop();
        FileSync known = file;
        if (known != null) {
            known.letGo();
        }
    }

    @Override
    public boolean isRunning() {
        return loop.isRunning();
    }

    /** Before those who write, and until after they have ended. */
    @Override
    public int getPhase() {
        return -1;
    }
}
