package app.parley.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** What must be true of bodies that were acknowledged, whatever they were. */
final class Kept {

    private Kept() {}

    /** Each is in the journal, byte for byte, as often as it was sent; none is left, and none was trouble of ours. */
    static void allOf(Collection<byte[]> bodies, JdbcTemplate database) {
        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> assertThat(count(database, "RECEIVED")).isZero());
        assertThat(database.queryForList("select reason from journal where state = 'FAILED' order by id", String.class))
                .isEmpty();
        Map<String, Integer> sent = new TreeMap<>();
        bodies.forEach(body -> sent.merge(digest(body), 1, Integer::sum));
        Map<String, Integer> kept = new TreeMap<>();
        database.query("select body from journal", row -> {
            kept.merge(digest(row.getBytes(1)), 1, Integer::sum);
        });
        // Others may have come besides, from the sandbox for instance.
        kept.keySet().retainAll(sent.keySet());
        assertThat(kept).isEqualTo(sent);
    }

    private static @Nullable Integer count(JdbcTemplate database, String state) {
        return database.queryForObject("select count(*) from journal where state = ?", Integer.class, state);
    }

    private static String digest(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
