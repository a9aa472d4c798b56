package app.parley.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.parley.DatabaseTest;
import app.parley.Given;
import app.parley.MutableClock;
import app.parley.audit.AuditAction;
import app.parley.audit.AuditLog;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The audit log as admins read it. */
@DatabaseTest
class AuditTrailTest {

    @Autowired
    AuditTrail trail;

    @Autowired
    AuditLog audit;

    @Autowired
    Given given;

    @Autowired
    MutableClock clock;

    @Autowired
    JdbcTemplate database;

    @Autowired
    PlatformTransactionManager transactions;

    AgentId carla = new AgentId(0);

    @BeforeEach
    void carlaRunsTheHouse() {
        carla = given.admin("Carla");
    }

    @Test
    void theNewestComesFirstPageByPageAndNoneTwice() {
        // Several at one moment, as a busy minute has them.
        IntStream.range(0, 7).forEach(n -> {
            did(carla, AuditAction.LINK_MADE, "Ben " + n);
            clock.advance(n % 2 == 0 ? Duration.ZERO : Duration.ofSeconds(1));
        });
        List<@Nullable String> read = new ArrayList<>();
        AuditLine last = null;
        List<AuditLine> page;
        do {
            page = trail.page(carla, AuditFilter.ALL, last, 3);
            page.forEach(line -> read.add(line.subject()));
            last = page.isEmpty() ? null : page.getLast();
        } while (!page.isEmpty());
        assertThat(read)
                .containsExactly(
                        "Ben 6", "Ben 5", "Ben 4", "Ben 3", "Ben 2", "Ben 1", "Ben 0", "Carla (carla@bonita.example)");
    }

    @Test
    void itIsAskedForByWhoWhatAndWhen() {
        AgentId ben = given.agent("Ben");
        clock.advance(Duration.ofDays(1));
        did(carla, AuditAction.LINK_MADE, "one");
        did(ben, AuditAction.SIGNED_OUT, "two");
        clock.advance(Duration.ofDays(1));
        did(carla, AuditAction.MEMBER_DISABLED, "three");
        assertThat(subjects(new AuditFilter(carla, null, null, null))).containsExactly("three", "one");
        assertThat(subjects(new AuditFilter(null, AuditAction.SIGNED_OUT, null, null)))
                .containsExactly("two");
        assertThat(subjects(new AuditFilter(null, null, clock.instant(), null))).containsExactly("three");
        assertThat(subjects(new AuditFilter(null, null, MutableClock.START.plus(Duration.ofHours(1)), clock.instant())))
                .containsExactly("two", "one");
    }

    @Test
    void whoDidItIsNamedAndWhatAnotherVersionKnewIsThere() {
        database.update(
                "insert into audit_entry (at, actor, action) values (?, ?, 'OF_THE_FUTURE')",
                Timestamp.from(clock.instant()),
                carla.value());
        assertThat(trail.page(carla, AuditFilter.ALL, null, 1)).singleElement().satisfies(line -> {
            assertThat(line.who()).isEqualTo("Carla");
            assertThat(line.action()).isNull();
        });
    }

    @Test
    void onlyAdminsReadIt() {
        AgentId ben = given.agent("Ben");
        assertThatThrownBy(() -> trail.page(ben, AuditFilter.ALL, null, 1)).isInstanceOf(TeamRefusedException.class);
        assertThatThrownBy(() -> trail.export(ben, "")).isInstanceOf(TeamRefusedException.class);
    }

    private List<@Nullable String> subjects(AuditFilter filter) {
        List<@Nullable String> subjects = new ArrayList<>();
        trail.page(carla, filter, null, 100).forEach(line -> subjects.add(line.subject()));
        return subjects;
    }

    private void did(AgentId agent, AuditAction action, String subject) {
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> audit.record(action, agent.value(), subject, null));
    }
}
