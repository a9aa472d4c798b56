package app.parley.bench;

import app.parley.TestDatabase;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Random;

/** The database under the application that is killed. */
interface KillableDatabase extends AutoCloseable {

    /** With production's flags. */
    String url();

    /** Looks in from outside. */
    default Connection open() throws SQLException {
        return DriverManager.getConnection(url());
    }

    /** Kills something of its own, if it has processes of its own; returns what. Runs again when this returns. */
    String kill(Random random) throws IOException, InterruptedException;

    /** Whether this round is its own, and not the application's. */
    boolean isItsTurn(Random random);

    @Override
    void close() throws IOException;

    static KillableDatabase of(String engine, Setup setup) throws IOException {
        return switch (engine) {
            case "h2" -> new H2File(setup);
            case "postgresql" -> new KillablePostgres(setup.directory.resolve("postgresql"));
            default -> throw new IllegalArgumentException("Say -Ddatabase=h2 or postgresql");
        };
    }

    /** Lives and dies with the application. */
    record H2File(Setup setup) implements KillableDatabase {

        @Override
        public String url() {
            return TestDatabase.h2Url("file:" + setup.data() + "/parley");
        }

        @Override
        public String kill(Random random) {
            throw new IllegalStateException("It has no process of its own");
        }

        @Override
        public boolean isItsTurn(Random random) {
            return false;
        }

        @Override
        public void close() {}
    }
}
