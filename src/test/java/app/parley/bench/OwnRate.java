package app.parley.bench;

import app.parley.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.flywaydb.core.Flyway;
import org.h2.mvstore.MVStoreTool;

/**
 * What the database itself can do: the very rows of a measured run, inserted into an empty database of the same schema
 * with prepared statements, batch after batch, each a transaction that reaches the disk.
 */
final class OwnRate {

    /** Rows of {@code message} in one transaction; the other tables go along in proportion. */
    private static final int BATCH = 100;

    private static final List<String> TABLES = List.of(
            "account",
            "number",
            "customer",
            "conversation",
            "session",
            "journal",
            "message",
            "unseen",
            "attachment",
            "ledger_entry");

    private OwnRate() {}

    /**
     * @param messages of them in one measured run
     * @return what it was with the rows of each run, in their order
     */
    static List<Ingest.Rate> of(String source, Path place, int messages) throws SQLException {
        Map<String, List<Object[]>> rows = new LinkedHashMap<>();
        Map<String, String> inserts = new LinkedHashMap<>();
        try (Connection from = DriverManager.getConnection(source)) {
            for (String table : TABLES) {
                read(from, table, rows, inserts);
            }
        }
        String url = TestDatabase.h2Url("file:" + place);
        Flyway.configure()
                .dataSource(url, "", "")
                .locations("classpath:db/migration/common", "classpath:db/migration/h2")
                .load()
                .migrate();
        try (Connection to = DriverManager.getConnection(url)) {
            to.setAutoCommit(false);
            return write(to, rows, inserts, messages / BATCH);
        }
    }

    private static void read(
            Connection from, String table, Map<String, List<Object[]>> rows, Map<String, String> inserts)
            throws SQLException {
        try (Statement statement = from.createStatement();
                ResultSet result = statement.executeQuery("select * from " + table + " order by 1")) {
            int columns = result.getMetaData().getColumnCount();
            List<Object[]> all = new ArrayList<>();
            while (result.next()) {
                Object[] row = new Object[columns];
                for (int i = 0; i < columns; i++) {
                    row[i] = result.getObject(i + 1);
                }
                all.add(row);
            }
            rows.put(table, all);
            inserts.put(
                    table,
                    "insert into " + table + " values (" + String.join(",", Collections.nCopies(columns, "?")) + ")");
        }
    }

    private static List<Ingest.Rate> write(
            Connection to, Map<String, List<Object[]>> rows, Map<String, String> inserts, int batchesOfARun)
            throws SQLException {
        int messages = rows.getOrDefault("message", List.of()).size();
        int batches = (messages + BATCH - 1) / BATCH;
        Map<String, PreparedStatement> statements = new LinkedHashMap<>();
        for (String table : TABLES) {
            statements.put(table, to.prepareStatement(inserts.get(table)));
        }
        // The few that all others hang on first: not what is measured.
        for (String table : TABLES.subList(0, 5)) {
            insert(Objects.requireNonNull(statements.get(table)), rows.getOrDefault(table, List.of()));
        }
        to.commit();
        List<Ingest.Rate> rates = new ArrayList<>();
        long begin = System.nanoTime();
        Duration before = processorTime();
        Map<String, Integer> done = new HashMap<>();
        for (int batch = 1; batch <= batches; batch++) {
            for (String table : TABLES.subList(5, TABLES.size())) {
                List<Object[]> all = rows.getOrDefault(table, List.of());
                int from = done.getOrDefault(table, 0);
                int until = table.equals("journal")
                        ? (int) ((long) all.size() * batch / batches)
                        : upTo(all, from, messages(rows, batch));
                insert(Objects.requireNonNull(statements.get(table)), all.subList(from, until));
                done.put(table, until);
            }
            to.commit();
            try (Statement sync = to.createStatement()) {
                sync.execute("checkpoint sync");
            }
            if (batch % batchesOfARun == 0) {
                int written = batchesOfARun * BATCH;
                rates.add(new Ingest.Rate(
                        written * 1e9 / (System.nanoTime() - begin),
                        processorTime().minus(before).dividedBy(written)));
                begin = System.nanoTime();
                before = processorTime();
            }
        }
        return rates;
    }

    private static Duration processorTime() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** The id of the last message of a batch. */
    private static long messages(Map<String, List<Object[]>> rows, int batch) {
        List<Object[]> messages = rows.getOrDefault("message", List.of());
        return ((Number) messages.get(Math.min(messages.size(), batch * BATCH) - 1)[0]).longValue();
    }

    /** Rows begin with the id of their message. */
    private static int upTo(List<Object[]> rows, int from, long message) {
        int until = from;
        while (until < rows.size() && ((Number) rows.get(until)[0]).longValue() <= message) {
            until++;
        }
        return until;
    }

    private static void insert(PreparedStatement statement, List<Object[]> rows) throws SQLException {
        for (Object[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                statement.setObject(i + 1, row[i]);
            }
            statement.addBatch();
        }
        if (!rows.isEmpty()) {
            statement.executeBatch();
        }
    }

    /** Bytes of a copy of the closed database, written anew without a gap; with pages compressed, if asked. */
    static long compactedSize(Path file, boolean compress) throws IOException {
        Path copy = file.resolveSibling("compacted.mv.db");
        Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
        MVStoreTool.compact(copy.toString(), compress);
        return Files.size(copy);
    }
}
