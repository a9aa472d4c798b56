package app.parley.backup;

import java.util.List;
import java.util.stream.Collectors;

/** A table of the database. Names are the schema's own and need no quotes but for PostgreSQL's words. */
record Table(String name, List<Column> columns) {

    /** @param identity it counts by itself */
    record Column(String name, ColumnKind kind, boolean identity) {}

    String select() {
        return "select " + names() + " from \"" + name + "\"";
    }

    String insert() {
        return "insert into \"" + name + "\" (" + names() + ") values ("
                + columns.stream().map(column -> "?").collect(Collectors.joining(", ")) + ")";
    }

    boolean hasBytes() {
        return columns.stream().anyMatch(column -> column.kind() == ColumnKind.BYTES);
    }

    List<String> columnNames() {
        return columns.stream().map(Column::name).toList();
    }

    private String names() {
        return columns.stream().map(column -> "\"" + column.name() + "\"").collect(Collectors.joining(", "));
    }
}
