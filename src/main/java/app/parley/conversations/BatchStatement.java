package app.parley.conversations;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jooq.Query;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * A statement of ours that runs for hundreds of rows at a time: rendered once. With jOOQ's batches, rendering and
 * converting took more time than the database did.
 */
final class BatchStatement {

    /** Rows; in between, what waits for the disk gets its turn. */
    private static final int AT_ONCE = 100;

    private final JdbcOperations jdbc;
    private final String sql;

    /** @param query with a placeholder for each value, in the order of the values */
    BatchStatement(JdbcOperations jdbc, Query query) {
        this.jdbc = jdbc;
        this.sql = query.getSQL();
    }

    /** Values as the database knows them: ids as numbers, enums by name. */
    void execute(List<@Nullable Object[]> rows) {
        if (!rows.isEmpty()) {
            jdbc.batchUpdate(sql, rows, AT_ONCE, BatchStatement::set);
        }
    }

    static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    private static void set(PreparedStatement statement, @Nullable Object[] values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(
                    i + 1, values[i] instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : values[i]);
        }
    }
}
