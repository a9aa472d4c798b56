package app.parley.foundation;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.h2.mvstore.MVStoreException;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.DefaultTransactionStatus;

/**
 * A commit returns, and tells those who listen for it, once it is on the disk; but for {@link ReplayableTransaction}s, for
 * which nobody waits.
 */
final class DurableTransactions extends JdbcTransactionManager {

    private final Durability durability;

    DurableTransactions(DataSource database, Durability durability) {
        super(database);
        this.durability = durability;
    }

    @Override
    protected void prepareTransactionalConnection(Connection connection, TransactionDefinition definition)
            throws SQLException {
        super.prepareTransactionalConnection(connection, definition);
        if (ReplayableTransaction.NAME.equals(definition.getName())
                && !definition.isReadOnly()
                && connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("set local synchronous_commit to off");
            }
        }
    }

    @Override
    protected void doCommit(DefaultTransactionStatus status) {
        if (status.isReadOnly()) {
            super.doCommit(status);
        } else if (isRedone(status)) {
            durability.alone(() -> super.doCommit(status));
            withFile(file -> {}); // Finding it is enough: once known, it is written at least twice a second.
        } else {
            super.doCommit(status);
            withFile(FileSync::sync);
        }
    }

    @Override
    protected void doRollback(DefaultTransactionStatus status) {
        if (isRedone(status)) {
            durability.alone(() -> super.doRollback(status));
        } else {
            super.doRollback(status);
        }
    }

    private static boolean isRedone(DefaultTransactionStatus status) {
        return ReplayableTransaction.NAME.equals(status.getTransactionName());
    }

    /** The transaction is over, its connection still at hand. */
    private void withFile(Consumer<FileSync> act) {
        DataSource database = Objects.requireNonNull(getDataSource());
        Connection connection = DataSourceUtils.getConnection(database);
        try {
            FileSync file = durability.of(connection);
            if (file != null) {
                act.accept(file);
            }
        } catch (SQLException | MVStoreException e) {
            throw new TransactionSystemException("It is not known whether the disk has what was committed", e);
        } finally {
            DataSourceUtils.releaseConnection(connection, database);
        }
    }
}
