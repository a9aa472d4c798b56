package app.parley.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.parley.DatabaseTest;
import app.parley.Given;
import app.parley.MutableClock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Who works here, and who decides that. */
@DatabaseTest
class StaffTest {

    private static final String PASSWORD = "three brioches";

    @Autowired
    Staff staff;

    @Autowired
    Joining joining;

    @Autowired
    OwnPassword ownPassword;

    @Autowired
    Team team;

    @Autowired
    PasswordEncoder passwords;

    @Autowired
    Given given;

    @Autowired
    MutableClock clock;

    @Autowired
    JdbcTemplate database;

    AgentId carla = new AgentId(0);

    @BeforeEach
    void carlaRunsTheHouse() {
        carla = given.admin("Carla");
    }

    @Test
    void whoIsInvitedChoosesAPasswordAndWorksHere() {
        AgentId ben = staff.invite(carla, "Ben@Bonita.example", new Profile(" Ben Soler ", Role.AGENT, false));
        assertThat(staff.all(carla))
                .filteredOn(member -> member.id().equals(ben))
                .containsExactly(new Member(
                        ben, "Ben Soler", "ben@bonita.example", Role.AGENT, false, false, false, false, false));
        String link = staff.newLink(carla, ben);
        assertThat(joining.guest(link).map(Agent::email)).contains("ben@bonita.example");
        joining.choosePassword(link, PASSWORD);
        assertThat(passwords.matches(PASSWORD, agent(ben).passwordHash())).isTrue();
        assertThat(staff.all(carla)).allMatch(Member::joined);
    }

    @Test
    void aLinkIsGoodOnceForAWeekAndUntilThereIsANewerOne() {
        AgentId ben = staff.invite(carla, "ben@bonita.example", new Profile("Ben", Role.AGENT, false));
        String first = staff.newLink(carla, ben);
        String second = staff.newLink(carla, ben);
        assertThat(joining.guest(first)).isEmpty();
        joining.choosePassword(second, PASSWORD);
        refused(TeamRefusal.LINK_OVER, () -> joining.choosePassword(second, PASSWORD));
        String third = staff.newLink(carla, ben);
        clock.advance(Duration.ofDays(8));
        refused(TeamRefusal.LINK_OVER, () -> joining.choosePassword(third, PASSWORD));
        assertThat(joining.guest("nothing of ours")).isEmpty();
    }

    @Test
    void ofTwoWhoUseALinkAtTheSameTimeOneChoosesThePassword() throws Exception {
        String link = staff.newLink(carla, given.agent("Ben"));
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            int chosen = 0;
            for (Future<Boolean> one : both.invokeAll(List.of(choose(link, PASSWORD), choose(link, "four strudels")))) {
                chosen += one.get() ? 1 : 0;
            }
            assertThat(chosen).isEqualTo(1);
        }
    }

    private Callable<Boolean> choose(String link, String password) {
        return () -> {
            try {
                joining.choosePassword(link, password);
                return true;
            } catch (TeamRefusedException e) {
                return false;
            }
        };
    }

    @Test
    void whoChangesTheirPasswordVoidsTheLinkToChooseAnother() {
        AgentId ben = staff.invite(carla, "ben@bonita.example", new Profile("Ben", Role.AGENT, false));
        joining.choosePassword(staff.newLink(carla, ben), PASSWORD);
        String link = staff.newLink(carla, ben);
        ownPassword.change(ben, PASSWORD, "four strudels");
        assertThat(joining.guest(link)).isEmpty();
        refused(TeamRefusal.LINK_OVER, () -> joining.choosePassword(link, PASSWORD));
    }

    @Test
    void theLinkItselfIsNotKept() {
        AgentId ben = staff.invite(carla, "ben@bonita.example", new Profile("Ben", Role.AGENT, false));
        String link = staff.newLink(carla, ben);
        assertThat(database.queryForObject("select digest from invitation", String.class))
                .hasSize(64)
                .doesNotContain(link);
    }

    @Test
    void aPasswordThatIsTooEasyIsRefusedAndTheLinkStaysGood() {
        AgentId ben = staff.invite(carla, "ben@bonita.example", new Profile("Ben", Role.AGENT, false));
        String link = staff.newLink(carla, ben);
        for (String easy : new String[] {"short", "password123", "1234567890", "x".repeat(73)}) {
            refused(TeamRefusal.PASSWORD, () -> joining.choosePassword(link, easy));
        }
        assertThat(joining.guest(link)).isPresent();
    }

    @Test
    void nobodyHasAnEmailTwice() {
        staff.invite(carla, "ben@bonita.example", new Profile("Ben", Role.AGENT, false));
        refused(
                TeamRefusal.EMAIL_TAKEN,
                () -> staff.invite(carla, "BEN@bonita.example", new Profile("Ben Two", Role.AGENT, false)));
    }

    @Test
    void thereIsAlwaysAnAdminLeft() {
        refused(TeamRefusal.LAST_ADMIN, () -> staff.disable(carla, carla));
        refused(TeamRefusal.LAST_ADMIN, () -> given.changes(carla, carla, "Carla", Role.AGENT));
        AgentId invited = staff.invite(carla, "ana@bonita.example", new Profile("Ana", Role.ADMIN, true));
        refused(TeamRefusal.LAST_ADMIN, () -> staff.disable(carla, carla));
        joining.choosePassword(staff.newLink(carla, invited), PASSWORD);
        staff.disable(carla, carla);
        refused(TeamRefusal.NOT_ALLOWED, () -> staff.enable(carla, carla));
        refused(TeamRefusal.LAST_ADMIN, () -> staff.disable(invited, invited));
    }

    @Test
    void agentsWhoAreNoAdminsDecideNothing() {
        AgentId ben = given.agent("Ben");
        refused(TeamRefusal.NOT_ALLOWED, () -> staff.all(ben));
        refused(
                TeamRefusal.NOT_ALLOWED,
                () -> staff.invite(ben, "eve@bonita.example", new Profile("Eve", Role.ADMIN, true)));
        refused(TeamRefusal.NOT_ALLOWED, () -> staff.newLink(ben, carla));
        refused(TeamRefusal.NOT_ALLOWED, () -> given.changes(ben, ben, "Ben", Role.ADMIN));
        refused(TeamRefusal.NOT_ALLOWED, () -> staff.disable(ben, carla));
    }

    @Test
    void adminsSeeBillingAtFirstAndWhomTheyLet() {
        AgentId ben = given.agent("Ben");
        assertThat(agent(carla).seesBilling()).isTrue();
        assertThat(agent(ben).seesBilling()).isFalse();
        given.letsSeeBilling(carla, ben, true);
        given.letsSeeBilling(carla, carla, false);
        assertThat(agent(ben).seesBilling()).isTrue();
        assertThat(agent(carla).seesBilling()).isFalse();
        refused(TeamRefusal.NOT_ALLOWED, () -> given.letsSeeBilling(ben, ben, true));
    }

    @Test
    void whoIsDisabledComesInByNoLinkUntilTheyAreEnabledAgain() {
        AgentId ben = staff.invite(carla, "ben@bonita.example", new Profile("Ben", Role.AGENT, false));
        String link = staff.newLink(carla, ben);
        staff.disable(carla, ben);
        assertThat(joining.guest(link)).isEmpty();
        refused(TeamRefusal.NOT_FOUND, () -> staff.newLink(carla, ben));
        staff.enable(carla, ben);
        joining.choosePassword(staff.newLink(carla, ben), PASSWORD);
        assertThat(agent(ben).disabled()).isFalse();
    }

    private Agent agent(AgentId id) {
        return Objects.requireNonNull(team.byId(id).orElse(null));
    }

    private static void refused(TeamRefusal refusal, ThrowingCallable change) {
        assertThatThrownBy(change)
                .isInstanceOfSatisfying(
                        TeamRefusedException.class, e -> assertThat(e.refusal()).isEqualTo(refusal));
    }
}
