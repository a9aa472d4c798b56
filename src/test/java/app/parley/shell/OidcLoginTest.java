package app.parley.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.parley.team.AgentId;
import app.parley.team.Login;
import app.parley.team.Profile;
import app.parley.team.Role;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who comes in by an identity provider. */
class OidcLoginTest extends OidcVisits {

    @Test
    void whoHasTheEmailHereIsInAndKnownByTheProvidersNameFromThenOn() {
        assertThat(signIn("")).isEqualTo("/");
        assertThat(visitor.isInside()).isTrue();
        PROVIDER.is("ben-at-the-provider", "ben@another.example", false);
        again();
        assertThat(signIn("")).isEqualTo("/");
        assertThat(visitor.isInside()).isTrue();
        assertThat(audited())
                .containsExactly(
                        "IDENTITY_LINKED " + PROVIDER.url(), "SIGNED_IN OpenID Connect", "SIGNED_IN OpenID Connect");
    }

    @Test
    void theEmailMayBeWrittenInCapitals() {
        PROVIDER.is("b", "Ben@Bonita.Example", true);
        assertThat(signIn("")).isEqualTo("/");
    }

    @Test
    void whoIsNotKnownHereIsToldSoAndNobodyIsMade() {
        PROVIDER.is("x", "stranger@bonita.example", true);
        assertThat(signIn("")).isEqualTo("/login?oidc=UNKNOWN");
        PROVIDER.is("x", "ben@bonita.example", false);
        assertThat(signIn("")).isEqualTo("/login?oidc=UNVERIFIED");
        PROVIDER.is("x", "", true);
        assertThat(signIn("")).isEqualTo("/login?oidc=UNVERIFIED");
        // With a capital that only looks like the K of another alphabet's small letter.
        team.create("Kim", "kim@bonita.example", PASSWORD, Role.AGENT);
        PROVIDER.is("x", "\u212Aim@bonita.example", true);
        assertThat(signIn("")).isEqualTo("/login?oidc=UNKNOWN");
        assertThat(visitor.isInside()).isFalse();
        assertThat(team.count()).isEqualTo(3);
        assertThat(audited())
                .containsExactly(
                        "SIGN_IN_REFUSED OpenID Connect: UNKNOWN",
                        "SIGN_IN_REFUSED OpenID Connect: UNVERIFIED",
                        "SIGN_IN_REFUSED OpenID Connect: UNVERIFIED",
                        "SIGN_IN_REFUSED OpenID Connect: UNKNOWN");
    }

    @Test
    void whoIsDisabledStaysOutsideAndWhoIsInIsOutWithinFiveSeconds() {
        signIn("?remember-me=on");
        assertThat(visitor.isInside()).isTrue();
        administration.disable(carla, ben);
        await().atMost(Duration.ofSeconds(5)).until(() -> !visitor.isInside());
        visitor.closeAndReopen();
        assertThat(visitor.isInside()).isFalse();
        assertThat(signIn("")).isEqualTo("/login?oidc=UNKNOWN");
        assertThat(visitor.isInside()).isFalse();
    }

    @Test
    void theHeirOfAnEmailIsNotWhoHadItUntilAnAdminSaysSo() {
        signIn("");
        again();
        PROVIDER.is("the heir", "ben@bonita.example", true);
        assertThat(signIn("")).isEqualTo("/login?oidc=SOMEBODY_ELSE");
        identities.forget(carla, ben);
        assertThat(signIn("")).isEqualTo("/");
    }

    @Test
    void whoIsForgottenIsOutAndNoBrowserBringsThemBack() {
        signIn("?remember-me=on");
        assertThat(visitor.isInside()).isTrue();
        identities.forget(carla, ben);
        assertThat(visitor.isInside()).isFalse();
        visitor.closeAndReopen();
        assertThat(visitor.isInside()).isFalse();
    }

    @Test
    void whoWasInvitedNeedsNoPassword() {
        AgentId ana = administration.invite(carla, "ana@bonita.example", new Profile("Ana", Role.AGENT, false));
        PROVIDER.is("ana", "ana@bonita.example", true);
        assertThat(signIn("")).isEqualTo("/");
        assertThat(administration.all(carla))
                .filteredOn(member -> member.id().equals(ana))
                .singleElement()
                .satisfies(member -> {
                    assertThat(member.joined()).isTrue();
                    assertThat(member.linked()).isTrue();
                });
    }

    @Test
    void theSessionIsAnotherAfterwardsIsListedAndCanBeEnded() {
        HttpResponse<String> leaving = visitor.open("/login/oidc");
        String before = visitor.cookie("JSESSIONID").orElseThrow().getValue();
        comesBack(leaving);
        String after = visitor.cookie("JSESSIONID").orElseThrow().getValue();
        assertThat(after).isNotEqualTo(before);
        List<Login> all = logins.of(ben, ben);
        assertThat(all).extracting(Login::id).contains(after);
        logins.end(ben, ben, all);
        assertThat(visitor.isInside()).isFalse();
    }

    @Test
    void whoWantsToStayLoggedInIsRememberedAndNobodyElseIs() {
        signIn("");
        visitor.closeAndReopen();
        assertThat(visitor.isInside()).isFalse();
        signIn("?remember-me=on");
        visitor.closeAndReopen();
        assertThat(visitor.isInside()).isTrue();
    }

    @Test
    void whoIsInIsNotMadeSomebodyElse() {
        visitor.login("carla@bonita.example", PASSWORD, false);
        assertThat(Visitor.leadsTo(visitor.open("/login/oidc"))).isEqualTo("/");
        assertThat(Visitor.leadsTo(visitor.open("/login/oidc/code?code=x&state=y")))
                .isEqualTo("/");
        assertThat(logins.of(carla, carla)).hasSize(1);
    }

    @Test
    void whoOpenedAPageBeforehandIsLedThere() {
        visitor.open("/profile");
        assertThat(signIn("")).startsWith("/profile");
    }
}
