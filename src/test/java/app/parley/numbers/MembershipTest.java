package app.parley.numbers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.parley.DatabaseTest;
import app.parley.Given;
import app.parley.numbers.Membership.Settled;
import app.parley.numbers.NumberAccess.Access;
import app.parley.team.AgentId;
import app.parley.team.Profile;
import app.parley.team.Role;
import app.parley.team.TeamRefusal;
import app.parley.team.TeamRefusedException;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What an admin settles about somebody in one dialog. */
@DatabaseTest
class MembershipTest {

    private static final Access EVERY = new Access(true, Set.of());

    @Autowired
    Given given;

    @Autowired
    Membership membership;

    AgentId carla;
    AgentId ben;
    Access bakery;

    @BeforeEach
    void carlaRunsTheHouse() {
        carla = given.admin("Carla");
        ben = given.agent("Ben");
        bakery = new Access(false, Set.of(given.number(Given.BAKERY)));
    }

    @Test
    void ofTwoAdminsWhoChangeSomebodyAtOnceTheSecondLooksAgain() {
        Settled seenByBoth = membership.of(carla, ben);
        Settled first = new Settled(seenByBoth.profile(), bakery);
        Settled second = new Settled(new Profile("Benito", Role.ADMIN, true), EVERY);
        membership.change(carla, ben, seenByBoth, first);
        refused(TeamRefusal.CHANGED_MEANWHILE, () -> membership.change(carla, ben, seenByBoth, second));
        assertThat(membership.of(carla, ben)).isEqualTo(first);
    }

    @Test
    void whatIsRefusedChangesNothingAtAll() {
        Settled seen = membership.of(carla, carla);
        refused(
                TeamRefusal.LAST_ADMIN,
                () -> membership.change(
                        carla, carla, seen, new Settled(new Profile("Carla", Role.AGENT, false), bakery)));
        assertThat(membership.of(carla, carla)).isEqualTo(seen);
    }

    @Test
    void anAdminCanMakeAnAgentOfThemselvesWhileThereIsAnother() {
        AgentId ana = given.admin("Ana");
        Settled wanted = new Settled(new Profile("Carla", Role.AGENT, false), bakery);
        membership.change(carla, carla, membership.of(carla, carla), wanted);
        assertThat(membership.of(ana, carla)).isEqualTo(wanted);
        refused(TeamRefusal.NOT_ALLOWED, () -> membership.of(carla, carla));
        refused(TeamRefusal.NOT_ALLOWED, () -> membership.change(carla, carla, wanted, wanted));
    }

    @Test
    void whoMayNotUseEveryNumberDoesNotSeeBilling() {
        Profile sees = new Profile("Ben", Role.AGENT, true);
        membership.change(carla, ben, membership.of(carla, ben), new Settled(sees, EVERY));
        assertThat(membership.of(carla, ben).seesBilling()).isTrue();
        membership.change(carla, ben, membership.of(carla, ben), new Settled(sees, bakery));
        assertThat(membership.of(carla, ben)).isEqualTo(new Settled(sees.withoutBilling(), bakery));
    }

    private static void refused(TeamRefusal refusal, ThrowingCallable change) {
        assertThatThrownBy(change)
                .isInstanceOfSatisfying(
                        TeamRefusedException.class, e -> assertThat(e.refusal()).isEqualTo(refusal));
    }
}
