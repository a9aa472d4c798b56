package app.parley.fuzz;

import app.parley.DatabaseTest;
import app.parley.Given;
import app.parley.journal.Journal;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What one database keeps in text another refuses: some odd bodies on each. */
@DatabaseTest
class OddBodiesTest {

    @Autowired
    Given given;

    @Autowired
    Journal journal;

    @Autowired
    JdbcTemplate database;

    @Test
    void everyOddBodyIsKeptAndWorkedOff() {
        given.number(Given.BAKERY);
        long seed = Long.getLong("fuzz.seed", System.nanoTime());
        System.out.printf("Odd bodies: -Dfuzz.seed=%d%n", seed);
        List<byte[]> bodies = OddBodies.of(seed, 1_000);
        CompletableFuture.allOf(bodies.stream()
                        .map(body -> journal.keep(body, Set.of(Given.ACCOUNT)))
                        .toArray(CompletableFuture[]::new))
                .join();
        Kept.allOf(bodies, database);
    }
}
