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
class TeamAdministrationTest {

    private static final String PASSWORD = "three brioches";

    @Autowired
    TeamAdministration administration;

    @Autowired
    InvitationAcceptance joining;

    @Autowired
    PasswordChange ownPassword;

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
        AgentId ben = administration.invite(carla, "Ben@Bonita.example", new Profile(" Ben Soler ", Role.AGENT, false));
        assertThat(administration.all(carla))
                .filteredOn(member -> member.id().equals(ben))
                .containsExactly(new Member(
                        ben, "Ben Soler", "ben@bonita.example", Role.AGENT, false, false, false, false, false));
        String link = administration.newLink(carla, ben);
        assertThat(joining.guest(link).map(Agent::email)).contains("ben@bonita.example");
        joining.choosePassword(link, PASSWORD);
        assertThat(passwords.matches(PASSWORD, agent(ben).passwordHash())).isTrue();
        assertThat(administration.all(carla)).allMatch(Member::joined);
    }

    @Test
    void aLinkIsGoodOnceForAWeekAndUntilThereIsANewerOne() {
        AgentId ben = administration.invite(carla, "ben@bonita.example", new Profile("Ben", Role.AGENT, false));
        String first = administration.newLink(carla, ben);
        String second = administration.newLink(carla, ben);
        assertThat(joining.guest(first)).isEmpty();
        joining.choosePassword(second, PASSWORD);
        refused(TeamRefusal.LINK_OVER, () -> joining.choosePassword(second, PASSWORD));
        String third = administration.newLink(carla, ben);
        clock.advance(Duration.ofDays(8));
        refused(TeamRefusal.LINK_OVER, () -> joining.choosePassword(third, PASSWORD));
        assertThat(joining.guest("nothing of ours")).isEmpty();
    }

    @Test
    void ofTwoWhoUseALinkAtTheSameTimeOneChoosesThePassword() throws Exception {
        String link = administration.newLink(carla, given.agent("Ben"));
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
        AgentId ben = administration.invite(carla, "ben@bonita.example", new Profile("Ben", Role.AGENT, false));
        joining.choosePassword(administration.newLink(carla, ben), PASSWORD);
        String link = administration.newLink(carla, ben);
        ownPassword.change(ben, PASSWORD, "four strudels");
        assertThat(joining.guest(link)).isEmpty();
        refused(TeamRefusal.LINK_OVER, () -> joining.choosePassword(link, PASSWORD));
    }

    @Test
    void theLinkItselfIsNotKept() {
        AgentId ben = administration.invite(carla, "ben@bonita.example", new Profile("Ben", Role.AGENT, false));
        String link = administration.newLink(carla, ben);
        assertThat(database.queryForObject("select digest from invitation", String.class))
                .hasSize(64)
                .doesNotContain(link);
    }

    @Test
    void aPasswordThatIsTooEasyIsRefusedAndTheLinkStaysGood() {
        AgentId ben = administration.invite(carla, "ben@bonita.example", new Profile("Ben", Role.AGENT, false));
        String link = administration.newLink(carla, ben);
        for (String easy : new String[] {"short", "password123", "1234567890", "x".repeat(73)}) {
            refused(TeamRefusal.PASSWORD, () -> joining.choosePassword(link, easy));
        }
        assertThat(joining.guest(link)).isPresent();
    }

    @Test
    void nobodyHasAnEmailTwice() {
        administration.invite(carla, "ben@bonita.example", new Profile("Ben", Role.AGENT, false));
        refused(
                TeamRefusal.EMAIL_TAKEN,
                () -> administration.invite(carla, "BEN@bonita.example", new Profile("Ben Two", Role.AGENT, false)));
    }

    @Test
    void thereIsAlwaysAnAdminLeft() {
        refused(TeamRefusal.LAST_ADMIN, () -> administration.disable(carla, carla));
        refused(TeamRefusal.LAST_ADMIN, () -> given.changes(carla, carla, "Carla", Role.AGENT));
        AgentId invited = administration.invite(carla, "ana@bonita.example", new Profile("Ana", Role.ADMIN, true));
        refused(TeamRefusal.LAST_ADMIN, () -> administration.disable(carla, carla));
        joining.choosePassword(administration.newLink(carla, invited), PASSWORD);
        administration.disable(carla, carla);
        refused(TeamRefusal.NOT_ALLOWED, () -> administration.enable(carla, carla));
        refused(TeamRefusal.LAST_ADMIN, () -> administration.disable(invited, invited));
    }

    @Test
    void agentsWhoAreNoAdminsDecideNothing() {
        AgentId ben = given.agent("Ben");
        refused(TeamRefusal.NOT_ALLOWED, () -> administration.all(ben));
        refused(
                TeamRefusal.NOT_ALLOWED,
                () -> administration.invite(ben, "eve@bonita.example", new Profile("Eve", Role.ADMIN, true)));
        refused(TeamRefusal.NOT_ALLOWED, () -> administration.newLink(ben, carla));
        refused(TeamRefusal.NOT_ALLOWED, () -> given.changes(ben, ben, "Ben", Role.ADMIN));
        refused(TeamRefusal.NOT_ALLOWED, () -> administration.disable(ben, carla));
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
        AgentId ben = administration.invite(carla, "ben@bonita.example", new Profile("Ben", Role.AGENT, false));
        String link = administration.newLink(carla, ben);
        administration.disable(carla, ben);
        assertThat(joining.guest(link)).isEmpty();
        refused(TeamRefusal.NOT_FOUND, () -> administration.newLink(carla, ben));
        administration.enable(carla, ben);
        joining.choosePassword(administration.newLink(carla, ben), PASSWORD);
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
