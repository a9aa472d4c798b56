package app.parley.backup;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** A table's rows as lines of JSON: the columns' names first, then an array for each row. */
final class TableJsonLines {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final TypeReference<List<@Nullable Object>> ROW = new TypeReference<>() {};

    /** Rows that a database hands over, or takes, at once; webhooks have up to 3 MB each. */
    private static final int AT_ONCE = 500;

    private static final int AT_ONCE_WITH_BYTES = 8;

    private TableJsonLines() {}

    /** @return how many rows */
    static long write(Connection connection, Table table, OutputStream out) throws SQLException, IOException {
        long rows = 0;
        BufferedWriter writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        line(writer, table.columnNames());
        try (PreparedStatement query = connection.prepareStatement(table.select())) {
            query.setFetchSize(atOnce(table));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    line(writer, values(table, row));
                    rows++;
                }
            }
        }
        writer.flush();
        return rows;
    }

    private static List<@Nullable Object> values(Table table, ResultSet row) throws SQLException {
        List<@Nullable Object> values = new ArrayList<>();
        for (Table.Column column : table.columns()) {
            values.add(column.kind().json(row, values.size() + 1));
        }
        return values;
    }

    private static void line(BufferedWriter writer, List<? extends @Nullable Object> values) throws IOException {
        writer.write(MAPPER.writeValueAsString(values));
        writer.write('\n');
    }

    /**
     * Puts the rows into a table that has no others.
     *
     * @return how many rows
     * @throws IOException when they are no rows of this table
     */
    static long read(Connection connection, Table table, InputStream in) throws SQLException, IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        Table filled = columnsOf(table, reader.readLine());
        long rows = 0;
        try (PreparedStatement insert = connection.prepareStatement(filled.insert())) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                bind(insert, filled, parse(line));
                insert.addBatch();
                if (++rows % atOnce(filled) == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
        return rows;
    }

    private static Table columnsOf(Table table, @Nullable String head) throws IOException {
        Map<String, Table.Column> columns =
                table.columns().stream().collect(Collectors.toMap(Table.Column::name, Function.identity()));
        List<Table.Column> given = new ArrayList<>();
        for (Object name : parse(head == null ? "[]" : head)) {
            Table.Column column = columns.get(String.valueOf(name));
            if (column == null) {
                throw new IOException("The table " + table.name() + " has no column " + name);
            }
            given.add(column);
        }
        return new Table(table.name(), given);
    }

    private static List<@Nullable Object> parse(String line) throws IOException {
        try {
            return MAPPER.readValue(line, ROW);
        } catch (JacksonException e) {
            throw new IOException("A row that is none", e);
        }
    }

    private static void bind(PreparedStatement insert, Table table, List<@Nullable Object> values)
            throws SQLException, IOException {
        if (values.size() != table.columns().size()) {
            throw new IOException("A row of another table");
        }
        for (int i = 0; i < values.size(); i++) {
            table.columns().get(i).kind().bind(insert, i + 1, values.get(i));
        }
    }

    private static int atOnce(Table table) {
        return table.hasBytes() ? AT_ONCE_WITH_BYTES : AT_ONCE;
    }
}
