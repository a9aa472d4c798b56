package app.parley.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.parley.DatabaseTest;
import app.parley.Given;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** By whom an identity provider says somebody is, they are known here once they are in, and until an admin forgets it. */
@DatabaseTest
class ExternalIdentitiesTest {

    private static final ExternalIdentity BENS = identity("ben-at-the-provider", "ben@bonita.example");
    private static final ExternalIdentity A_THIEFS = identity("a thief", "ben@bonita.example");

    @Autowired
    ExternalIdentities identities;

    @Autowired
    TeamAdministration administration;

    @Autowired
    Team team;

    @Autowired
    Given given;

    @Autowired
    JdbcTemplate database;

    AgentId carla = new AgentId(0);
    AgentId ben = new AgentId(0);

    @BeforeEach
    void bothWorkHere() {
        carla = given.admin("Carla");
        ben = team.create("Ben Soler", "ben@bonita.example", "three brioches", Role.AGENT)
                .requireId();
    }

    @Test
    void whoIsRecognisedAndStillOwesAProofIsNotLinked() throws IdentityRefusedException {
        assertThat(identities.recognise(A_THIEFS).requireId()).isEqualTo(ben);
        assertThat(isLinked()).isFalse();
        assertThat(audited("IDENTITY_LINKED")).isEmpty();
        Agent himself = identities.recognise(BENS);
        identities.comesIn(BENS, himself);
        assertThat(isLinked()).isTrue();
        assertThat(identities
                        .recognise(identity("ben-at-the-provider", "ben@another.example"))
                        .requireId())
                .isEqualTo(ben);
        refuses(() -> identities.recognise(A_THIEFS), IdentityRefusal.SOMEBODY_ELSE);
    }

    @Test
    void whoWasRecognisedComesTooLateWhenAnotherIsInBefore() throws IdentityRefusedException {
        Agent both = identities.recognise(A_THIEFS);
        identities.comesIn(BENS, both);
        refuses(() -> identities.comesIn(A_THIEFS, both), IdentityRefusal.SOMEBODY_ELSE);
        assertThat(audited("IDENTITY_LINKED")).hasSize(1);
    }

    @Test
    void whoIsForgottenBetweenTheTwoProofsIsNotLinkedByTheSecond() throws IdentityRefusedException {
        identities.comesIn(BENS, identities.recognise(BENS));
        ExternalIdentity renamed = identity("ben-at-the-provider", "ben@another.example");
        Agent known = identities.recognise(renamed);
        identities.forget(carla, ben);
        refuses(() -> identities.comesIn(renamed, known), IdentityRefusal.UNKNOWN);
        assertThat(isLinked()).isFalse();
    }

    @Test
    void whoIsForgottenIsBroughtBackByNoBrowser() throws IdentityRefusedException {
        identities.comesIn(BENS, identities.recognise(BENS));
        int before = browsers(ben);
        int carlas = browsers(carla);
        identities.forget(carla, ben);
        assertThat(isLinked()).isFalse();
        assertThat(browsers(ben)).isGreaterThan(before);
        assertThat(browsers(carla)).isEqualTo(carlas);
        assertThat(audited("IDENTITY_FORGOTTEN")).containsExactly("Ben Soler (ben@bonita.example)");
    }

    @Test
    void whereThereIsNothingToForgetNobodyIsLoggedOut() {
        int before = browsers(ben);
        identities.forget(carla, ben);
        assertThat(browsers(ben)).isEqualTo(before);
        assertThat(audited("IDENTITY_FORGOTTEN")).isEmpty();
    }

    @Test
    void whoIsNoAdminMakesNobodyForgotten() throws IdentityRefusedException {
        identities.comesIn(BENS, identities.recognise(BENS));
        assertThatThrownBy(() -> identities.forget(ben, ben)).isInstanceOf(RuntimeException.class);
        assertThat(isLinked()).isTrue();
    }

    private static ExternalIdentity identity(String subject, String email) {
        return new ExternalIdentity("https://login.example.com", subject, email, true);
    }

    private static void refuses(ThrowingCallable way, IdentityRefusal why) {
        assertThatThrownBy(way)
                .isInstanceOfSatisfying(
                        IdentityRefusedException.class,
                        refused -> assertThat(refused.strangeness()).isEqualTo(why));
    }

    private boolean isLinked() {
        return administration.all(carla).stream()
                .filter(member -> member.id().equals(ben))
                .allMatch(Member::linked);
    }

    /** What a browser keeps to log somebody in says this number; another one brings in nobody. */
    private int browsers(AgentId whose) {
        Integer stamp =
                database.queryForObject("select remember_stamp from agent where id = ?", Integer.class, whose.value());
        return stamp == null ? -1 : stamp;
    }

    private List<String> audited(String action) {
        return database.query(
                "select coalesce(subject, '') from audit_entry where action = ? order by id",
                (row, _) -> row.getString(1),
                action);
    }
}
