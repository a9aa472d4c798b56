package app.parley;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Before each test: empty tables but for the first rate, and the clock back at its start. */
public final class FreshStart implements BeforeEachCallback {

    private static final int ATTEMPTS = 10;

    /** They refuse to be deleted from. */
    private static final Set<String> ONLY_GROWING = Set.of("ledger_entry", "audit_entry");

    private static final String TABLES = """
            select table_name from information_schema.tables
            where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> 'flyway_schema_history'
            """;

    @Override
    public void beforeEach(ExtensionContext test) {
        ApplicationContext application = SpringExtension.getApplicationContext(test);
        application.getBean(MutableClock.class).set(MutableClock.START);
        empty(application);
    }

    /** Empty tables in the midst of a test. */
    public static void empty(ApplicationContext application) {
        empty(application.getBean(JdbcTemplate.class), ATTEMPTS);
    }

    /** A worker that is just reading may lose against this, or this against it. */
    private static void empty(JdbcTemplate database, int attempts) {
        try {
            empty(database);
        } catch (PessimisticLockingFailureException e) {
            if (attempts == 1) {
                throw e;
            }
            empty(database, attempts - 1);
        }
    }

    private static void empty(JdbcTemplate database) {
        List<String> tables = database.query(TABLES, (row, _) -> row.getString(1));
        if (TestDatabase.onPostgres()) {
            // One transaction: what refuses to be emptied is only here not asked.
            database.execute("set session_replication_role = replica; truncate table "
                    + String.join(", ", tables)
                    + " restart identity cascade; set session_replication_role = origin");
        } else {
            emptyOnH2(database, tables);
        }
        database.execute("insert into rate (amount, starts_at, added_at) select 0.005, beginning, beginning from"
                + " (values (timestamp with time zone '1970-01-01 00:00:00+00')) as given (beginning)");
    }

    private static void emptyOnH2(JdbcTemplate database, List<String> tables) {
        database.execute("set referential_integrity false");
        // Deleting waits for whoever holds a row; truncating does not, and the row would come back with their commit.
        // Not from those that refuse it: whoever holds the ledger's rows holds messages, too.
        tables.stream()
                .filter(table -> !ONLY_GROWING.contains(table))
                .forEach(table -> database.execute("delete from " + table));
        tables.forEach(table -> database.execute("truncate table " + table + " restart identity"));
        database.execute("set referential_integrity true");
    }
}
