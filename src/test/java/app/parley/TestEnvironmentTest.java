package app.parley;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** The ground the other tests stand on. */
@DatabaseTest
class TestEnvironmentTest {

    @Autowired
    JdbcTemplate database;

    @Autowired
    MutableClock clock;

    @Test
    void theDatabaseIsTheOneThatWasAskedFor() {
        String version = database.queryForObject("select version()", String.class);
        assertThat(version).contains(TestDatabase.onPostgres() ? "PostgreSQL 18" : "H2 2.4.240");
    }

    @Test
    void eachTestFindsEmptyTablesAndLeavesWhatItLikes() {
        leaveAnAgent();
    }

    @Test
    void eachTestFindsEmptyTablesHoweverOftenItRuns() {
        leaveAnAgent();
    }

    private void leaveAnAgent() {
        assertThat(database.queryForObject("select count(*) from agent", Integer.class))
                .isZero();
        assertThat(clock.instant()).isEqualTo(MutableClock.START);
        database.update(
                "insert into agent (email, name, password_hash, role) values ('a@b.example', 'A', '-', 'ADMIN')");
        clock.advance(Duration.ofDays(1));
    }

    @Test
    void statementsAreCounted() {
        int count = CountingQueries.during(() -> {
            database.queryForList("select id from agent");
            database.queryForList("select id from message where id = ?", 1);
        });
        assertThat(count).isEqualTo(2);
    }
}
