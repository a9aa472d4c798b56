package app.parley.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.parley.team.Phone;
import app.parley.team.Profile;
import app.parley.team.Role;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A second factor beside an identity provider: theirs, or ours. */
class OidcSecondFactorTest extends OidcVisits {

    @Test
    void aSecondFactorOfOursIsStillWantedUnlessTheProviderHasAskedForOne() {
        Phone phone = on(ben);
        assertThat(signIn("")).isEqualTo("/login/code");
        assertThat(visitor.isInside()).isFalse();
        assertThat(code("000000")).isEqualTo("/login/code?error");
        assertThat(code(phone.code())).startsWith("/");
        assertThat(visitor.isInside()).isTrue();
        again();
        PROVIDER.isStrongly("ben-at-the-provider", "ben@bonita.example");
        assertThat(signIn("")).isEqualTo("/");
        assertThat(visitor.isInside()).isTrue();
    }

    @Test
    void whoHasTheEmailButNotTheCodeIsNotKnownFromThenOn() {
        Phone phone = on(ben);
        PROVIDER.is("somebody else", "ben@bonita.example", true);
        assertThat(signIn("")).isEqualTo("/login/code");
        assertThat(audited()).isEmpty();
        again();
        PROVIDER.is("ben-at-the-provider", "ben@bonita.example", true);
        assertThat(signIn("")).isEqualTo("/login/code");
        assertThat(code(phone.code())).startsWith("/");
        assertThat(visitor.isInside()).isTrue();
        assertThat(audited()).containsExactly("IDENTITY_LINKED " + PROVIDER.url(), "SIGNED_IN ");
        again();
        PROVIDER.is("somebody else", "ben@bonita.example", true);
        assertThat(signIn("")).isEqualTo("/login?oidc=SOMEBODY_ELSE");
    }

    @Test
    void whoWasInvitedHasJoinedOnceTheirSecondFactorIsSetUp() {
        second.makeCompulsory(carla, true);
        administration.invite(carla, "ana@bonita.example", new Profile("Ana", Role.AGENT, false));
        PROVIDER.is("ana", "ana@bonita.example", true);
        assertThat(signIn("")).isEqualTo("/login/code");
        assertThat(administration.all(carla))
                .filteredOn(member -> member.email().equals("ana@bonita.example"))
                .singleElement()
                .satisfies(member -> {
                    assertThat(member.joined()).isFalse();
                    assertThat(member.linked()).isFalse();
                });
    }

    @Test
    void whereASecondFactorIsCompulsoryTheProvidersCountsAndItsLackIsMadeUpForHere() {
        second.makeCompulsory(carla, true);
        assertThat(signIn("")).isEqualTo("/login/code");
        assertThat(visitor.isInside()).isFalse();
        PROVIDER.isStrongly("ben-at-the-provider", "ben@bonita.example");
        assertThat(signIn("?remember-me=on")).startsWith("/?");
        await().during(Duration.ofSeconds(4)).atMost(Duration.ofSeconds(5)).until(visitor::isInside);
        // Not by what a browser keeps, which says nothing of a second factor.
        visitor.closeAndReopen();
        assertThat(visitor.isInside()).isFalse();
    }

    @Test
    void whoIsForgottenBeforeTheirCodeIsLookedAtIsNotLinkedAgainByIt() {
        signIn("");
        Phone phone = on(ben);
        again();
        PROVIDER.is("ben-at-the-provider", "ben@another.example", true);
        assertThat(signIn("")).isEqualTo("/login/code");
        identities.forget(carla, ben);
        assertThat(code(phone.code())).isEqualTo("/login?oidc=UNKNOWN");
        assertThat(visitor.isInside()).isFalse();
    }
}
