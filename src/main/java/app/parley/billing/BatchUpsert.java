package app.parley.billing;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * Adds to rows of sums, many at a time. Most are there already, so that one statement does; a row that is missing is
 * made with nothing in it first, by whoever comes first. Neither H2 nor PostgreSQL has one statement for both that two
 * may run at once.
 */
final class BatchUpsert {

    private final JdbcOperations jdbc;
    private final String update;
    private final String insert;

    /**
     * @param update adds the values, given first, to the row of the key, given after them
     * @param insert a row of nothing with this key, unless there is one
     */
    BatchUpsert(JdbcOperations jdbc, String update, String insert) {
        this.jdbc = jdbc;
        this.update = update;
        this.insert = insert;
    }

    /** What is to be added to a row; in the order of the columns. */
    record Row(List<Object> values, List<Object> key) {

        private Object[] all() {
            List<Object> all = new ArrayList<>(values);
            all.addAll(key);
            return all.toArray();
        }
    }

    /** @param rows in an order that is the same for everybody */
    void add(List<Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        List<Row> missing = tryToAdd(rows);
        if (!missing.isEmpty()) {
            jdbc.batchUpdate(
                    insert, missing.stream().map(row -> row.key().toArray()).toList());
            if (!tryToAdd(missing).isEmpty()) {
                throw new IllegalStateException("A row of the ledger's sums is gone that was made just now");
            }
        }
    }

    private List<Row> tryToAdd(List<Row> rows) {
        int[] updated = jdbc.batchUpdate(update, rows.stream().map(Row::all).toList());
        List<Row> missing = new ArrayList<>();
        for (int i = 0; i < updated.length; i++) {
            if (updated[i] == 0) {
                missing.add(rows.get(i));
            }
        }
        return missing;
    }
}
