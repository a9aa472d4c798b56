package app.parley.backup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What a database consists of, as it says itself. */
final class Schema {

    /** What the migrations write themselves. */
    private static final String HISTORY = "flyway_schema_history";

    private static final String COLUMNS = """
            select c.table_name, c.column_name, c.data_type, c.is_identity
            from information_schema.columns c
            join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name
            where c.table_schema = current_schema and t.table_type = 'BASE TABLE'
            order by c.table_name, c.ordinal_position
            """;

    private static final String REFERENCES = """
            select child.table_name, parent.table_name
            from information_schema.referential_constraints r
            join information_schema.table_constraints child
                on child.constraint_schema = r.constraint_schema and child.constraint_name = r.constraint_name
            join information_schema.table_constraints parent
                on parent.constraint_schema = r.unique_constraint_schema
                and parent.constraint_name = r.unique_constraint_name
            where child.table_schema = current_schema
            """;

    private final Connection connection;

    Schema(Connection connection) {
        this.connection = connection;
    }

    boolean isEmpty() throws SQLException {
        return columns().isEmpty();
    }

    /** Each after those it refers to. */
    List<Table> tables() throws SQLException {
        Map<String, List<Table.Column>> columns = columns();
        columns.remove(HISTORY);
        Map<String, Set<String>> references = references();
        Set<String> ordered = new LinkedHashSet<>();
        columns.keySet().forEach(name -> visit(name, references, ordered, new LinkedHashSet<>()));
        return ordered.stream()
                .filter(columns::containsKey)
                .map(name -> new Table(name, columns.getOrDefault(name, List.of())))
                .toList();
    }

    private static void visit(
            String name, Map<String, Set<String>> references, Set<String> ordered, Set<String> above) {
        if (ordered.contains(name)) {
            return;
        }
        if (!above.add(name)) {
            throw new IllegalStateException("Tables refer to each other in a circle: " + above);
        }
        references.getOrDefault(name, Set.of()).stream()
                .filter(parent -> !parent.equals(name))
                .forEach(parent -> visit(parent, references, ordered, above));
        above.remove(name);
        ordered.add(name);
    }

    private Map<String, List<Table.Column>> columns() throws SQLException {
        Map<String, List<Table.Column>> columns = new TreeMap<>();
        try (PreparedStatement query = connection.prepareStatement(COLUMNS);
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                String table = row.getString(1);
                ColumnKind kind = table.equals(HISTORY) ? ColumnKind.TEXT : ColumnKind.of(row.getString(3));
                columns.computeIfAbsent(table, name -> new ArrayList<>())
                        .add(new Table.Column(row.getString(2), kind, "YES".equals(row.getString(4))));
            }
        }
        return columns;
    }

    private Map<String, Set<String>> references() throws SQLException {
        Map<String, Set<String>> references = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement(REFERENCES);
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                references
                        .computeIfAbsent(row.getString(1), name -> new LinkedHashSet<>())
                        .add(row.getString(2));
            }
        }
        return references;
    }

    /** The next value of everything that counts: what was once given out must not be given out again. */
    Map<String, Long> counters(List<Table> tables) throws SQLException {
        Map<String, Long> counters = new LinkedHashMap<>();
        boolean h2 = DatabaseEngine.of(connection) == DatabaseEngine.H2;
        read(
                h2
                        ? "select sequence_name, base_value from information_schema.sequences"
                                + " where sequence_schema = current_schema"
                        : "select s.sequencename, coalesce(s.last_value + 1, s.start_value) from pg_sequences s"
                                + " where s.schemaname = current_schema and not exists (select 1 from pg_depend d"
                                + " where d.objid = (quote_ident(s.sequencename))::regclass and d.deptype = 'i')",
                counters);
        for (Table table : tables) {
            for (Table.Column column : table.columns()) {
                if (column.identity()) {
                    counters.put(table.name() + "." + column.name(), next(table, column, h2));
                }
            }
        }
        return counters;
    }

    private void read(String query, Map<String, Long> into) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                into.put(row.getString(1), row.getLong(2));
            }
        }
    }

    private long next(Table table, Table.Column column, boolean h2) throws SQLException {
        String query = h2
                ? "select identity_base from information_schema.columns"
                        + " where table_schema = current_schema and table_name = ? and column_name = ?"
                : "select coalesce(s.last_value + 1, s.start_value) from pg_sequences s where s.schemaname = current_schema"
                        + " and (quote_ident(s.sequencename))::regclass"
                        + " = pg_get_serial_sequence(quote_ident(?), ?)::regclass";
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, table.name());
            statement.setString(2, column.name());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** Every counter goes on from where it stood, and in no case from a value that is taken. */
    void resume(List<Table> tables, Map<String, Long> counters) throws SQLException {
        Map<String, Long> here = counters(tables);
        for (String counter : here.keySet()) {
            long next = Math.max(counters.getOrDefault(counter, 1L), here.getOrDefault(counter, 1L));
            int dot = counter.indexOf('.');
            String statement = dot < 0
                    ? "alter sequence \"" + counter + "\" restart with " + next
                    : "alter table \"" + counter.substring(0, dot) + "\" alter column \"" + counter.substring(dot + 1)
                            + "\" restart with " + next;
            try (PreparedStatement alter = connection.prepareStatement(statement)) {
                alter.execute();
            }
        }
    }
}
