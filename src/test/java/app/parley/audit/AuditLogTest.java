package app.parley.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.parley.DatabaseTest;
import app.parley.Given;
import app.parley.MutableClock;
import app.parley.TestDatabase;
import app.parley.numbers.NumberAccess;
import app.parley.numbers.NumberAccess.Access;
import app.parley.numbers.NumberId;
import app.parley.team.AgentId;
import app.parley.team.InvitationAcceptance;
import app.parley.team.Profile;
import app.parley.team.Role;
import app.parley.team.TeamAdministration;
import app.parley.team.TeamRefusedException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Set;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** What is done is written down with it, and stays written. */
@DatabaseTest
class AuditLogTest {

    @Autowired
    AuditLog audit;

    @Autowired
    TeamAdministration administration;

    @Autowired
    InvitationAcceptance joining;

    @Autowired
    NumberAccess access;

    @Autowired
    Given given;

    @Autowired
    JdbcTemplate database;

    @Autowired
    PlatformTransactionManager transactions;

    @AfterEach
    void leave() {
        RequestContextHolder.resetRequestAttributes();
    }

    record Line(
            String action,
            @Nullable Long actor,
            @Nullable String address,
            @Nullable String subject,
            @Nullable String detail) {}

    @Test
    void whatAnAdminDoesAboutSomebodyIsWrittenDown() {
        AgentId carla = given.admin("Carla");
        NumberId bakery = given.number(Given.BAKERY);
        from("203.0.113.7");
        AgentId ben = administration.invite(carla, "ben@bonita.example", new Profile("Ben Soler", Role.AGENT, false));
        joining.choosePassword(administration.newLink(carla, ben), "three brioches");
        given.changes(carla, ben, "Ben Soler", Role.ADMIN);
        given.changes(carla, ben, "Ben", Role.ADMIN);
        given.grants(carla, ben, new Access(false, Set.of(bakery)));
        given.grants(carla, ben, new Access(false, Set.of(bakery)));
        administration.disable(carla, ben);
        administration.enable(carla, ben);

        assertThat(lines().stream().skip(1))
                .extracting(Line::action, Line::actor, Line::subject, Line::detail)
                .containsExactly(
                        line("MEMBER_INVITED", carla, "Ben Soler (ben@bonita.example)", "AGENT"),
                        line("LINK_MADE", carla, "Ben Soler (ben@bonita.example)", null),
                        line("PASSWORD_CHOSEN", ben, null, null),
                        line("ROLE_CHANGED", carla, "Ben Soler (ben@bonita.example)", "ADMIN"),
                        line("MEMBER_RENAMED", carla, "Ben Soler (ben@bonita.example)", "Ben"),
                        line("NUMBERS_GRANTED", carla, "Ben (ben@bonita.example)", "Number " + Given.BAKERY),
                        line("MEMBER_DISABLED", carla, "Ben (ben@bonita.example)", null),
                        line("MEMBER_ENABLED", carla, "Ben (ben@bonita.example)", null));
        assertThat(lines().stream().skip(1)).extracting(Line::address).containsOnly("203.0.113.7");
        assertThat(database.queryForList("select at from audit_entry", Timestamp.class))
                .allMatch(at -> !at.toInstant().isBefore(MutableClock.START));
    }

    @Test
    void whatIsRefusedOrUndoneIsNotThere() {
        AgentId carla = given.admin("Carla");
        int before = lines().size();
        assertThatThrownBy(() -> administration.disable(carla, carla)).isInstanceOf(TeamRefusedException.class);
        inTransaction(() -> {
            audit.record(AuditAction.LINK_MADE, carla.value(), null, null);
            throw new IllegalStateException("Something else failed");
        });
        assertThat(lines()).hasSize(before);
        assertThatThrownBy(() -> audit.record(AuditAction.LINK_MADE, null, null, null))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void nothingInItIsEverChangedOrDeleted() {
        given.admin("Carla");
        for (String change : List.of("update audit_entry set actor = 7", "delete from audit_entry")) {
            assertThatThrownBy(() -> database.update(change))
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("only grows");
        }
        assertThatThrownBy(() -> database.execute("truncate table audit_entry"))
                .isInstanceOf(DataAccessException.class)
                .hasStackTraceContaining(TestDatabase.onPostgres() ? "only grows" : "Cannot truncate");
        assertThat(lines()).isNotEmpty();
    }

    @Test
    void whatIsTooLongIsCutBetweenCharacters() {
        RequestContextHolder.resetRequestAttributes();
        inTransaction(() -> audit.record(AuditAction.LINK_MADE, null, "x".repeat(299) + "\0😀", "y".repeat(3000)));
        assertThat(lines()).last().satisfies(line -> {
            assertThat(line.subject()).isEqualTo("x".repeat(299));
            assertThat(line.detail()).hasSize(2000);
            assertThat(line.address()).isNull();
        });
    }

    private void inTransaction(Runnable work) {
        try {
            new TransactionTemplate(transactions).executeWithoutResult(status -> work.run());
        } catch (IllegalStateException e) {
            assertThat(e).hasMessage("Something else failed");
        }
    }

    private static void from(String address) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr(address);
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
    }

    private static Tuple line(String action, AgentId actor, @Nullable String subject, @Nullable String detail) {
        return Tuple.tuple(action, actor.value(), subject, detail);
    }

    private List<Line> lines() {
        return database.query(
                "select action, actor, address, subject, detail from audit_entry order by id",
                (row, _) -> new Line(
                        row.getString(1),
                        row.getObject(2, Long.class),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5)));
    }
}
