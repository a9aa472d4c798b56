package app.parley.attacks;

import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;

/** Columns that take all texts at once, which no door lets in: so each screen is opened once for all of them. */
final class Room {

    static final String BAKERY = "106540352242922";

    private final JdbcTemplate database;

    Room(JdbcTemplate database) {
        this.database = database;
    }

    void make(String table, String... columns) {
        for (String column : columns) {
            database.execute("alter table " + table + " alter column " + column + " set data type varchar");
        }
    }

    /** Writes all texts into these columns of the rows that are meant. */
    void fill(String table, String which, String... columns) {
        make(table, columns);
        for (String column : columns) {
            database.update("update " + table + " set " + column + " = ? where " + which, whole());
        }
    }

    static String whole() {
        return Markup.storable(Markup.WHOLE);
    }

    long id(String sql, Object... parameters) {
        return Objects.requireNonNull(database.queryForObject(sql, Long.class, parameters));
    }
}
