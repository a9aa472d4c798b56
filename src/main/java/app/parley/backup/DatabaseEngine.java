package app.parley.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.h2.engine.Constants;

/** The two databases, and how each gives one look at everything while others go on writing. */
enum DatabaseEngine {
    H2,
    POSTGRESQL;

    static DatabaseEngine of(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL") ? POSTGRESQL : H2;
    }

    /**
     * From the first query on, and until the transaction ends, the connection sees every table as it was at that moment.
     * Rows are read as they are asked for, not all at once.
     */
    void beginSnapshot(Connection connection) throws SQLException {
        if (this == H2) {
            execute(connection, "set lazy_query_execution 1");
            connection.setTransactionIsolation(Constants.TRANSACTION_SNAPSHOT);
        } else {
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        }
        connection.setAutoCommit(false);
    }

    void endSnapshot(Connection connection) throws SQLException {
        connection.rollback();
        if (this == H2) {
            execute(connection, "set lazy_query_execution 0");
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
