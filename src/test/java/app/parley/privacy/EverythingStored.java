package app.parley.privacy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.JdbcTemplate;

/** Every value of every table: where something is looked for that must not be anywhere. */
final class EverythingStored {

    private static final String TABLES = """
            select table_name from information_schema.tables
            where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> 'flyway_schema_history'
            """;

    private final JdbcTemplate database;

    EverythingStored(JdbcTemplate database) {
        this.database = database;
    }

    /** The tables in which these words stand. */
    List<String> tablesWith(String words) {
        List<String> found = new ArrayList<>();
        for (String table : database.queryForList(TABLES, String.class)) {
            database.queryForList("select * from \"" + table + "\"").forEach(row -> {
                boolean there = row.values().stream()
                        .map(value -> value instanceof byte[] bytes
                                ? new String(bytes, StandardCharsets.UTF_8)
                                : String.valueOf(value))
                        .anyMatch(value -> value.toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT)));
                if (there) {
                    found.add(table);
                }
            });
        }
        return found;
    }
}
