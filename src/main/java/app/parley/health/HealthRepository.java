package app.parley.health;

import java.sql.Connection;
import java.util.List;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the database says of itself. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class HealthRepository {

    private static final String OF_POSTGRESQL = "select pg_database_size(current_database())";

    private static final String OF_H2 =
            "select setting_value from information_schema.settings where setting_name = 'info.FILE_SIZE'";

    private final JdbcOperations jdbc;

    HealthRepository(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** In bytes; 0 when it is in memory only. */
    long databaseSize(boolean postgresql) {
        List<Long> size = jdbc.query(postgresql ? OF_POSTGRESQL : OF_H2, (row, n) -> row.getLong(1));
        return size.isEmpty() ? 0 : size.getFirst();
    }

    boolean isPostgresql() {
        return Boolean.TRUE.equals(jdbc.execute((Connection connection) ->
                connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")));
    }
}
