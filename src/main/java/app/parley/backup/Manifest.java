package app.parley.backup;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a backup says of itself.
 *
 * @param format of the file itself; an older Parley refuses what it does not know
 * @param application the version that made it
 * @param schema the last migration of the database
 * @param engine the database it was made of; it can be restored into either
 * @param demo invented people are in it: it never goes into a production
 * @param tables in an order in which each comes after those it refers to
 * @param counters the next value of each identity column ({@code table.column}) and sequence ({@code name})
 * @param files how many files of the media store are in it
 * @param missing how many files the database refers to that were not there any more
 */
record Manifest(
        int format,
        String application,
        String schema,
        String engine,
        Instant madeAt,
        boolean demo,
        List<Rows> tables,
        Map<String, Long> counters,
        long files,
        long missing) {

    static final int FORMAT = 1;

    private static final JsonMapper MAPPER = new JsonMapper();

    /** How many rows of a table. */
    record Rows(String table, long rows) {}

    long rows() {
        return tables.stream().mapToLong(Rows::rows).sum();
    }

    byte[] bytes() {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(this);
    }

    static Manifest of(byte[] bytes) throws IOException {
        try {
            return MAPPER.readValue(bytes, Manifest.class);
        } catch (JacksonException e) {
            throw new IOException("No manifest", e);
        }
    }
}
