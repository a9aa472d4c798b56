package app.parley.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.parley.oidc.FakeIdentityProvider;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What browsers bring from an identity provider besides what it has told them: wrong, twice, or made up. */
class OidcAnswersTest extends OidcVisits {

    @Test
    void anAnswerThatAnotherSiteMakesUpEndsNothingThatTheBrowserKeeps() {
        visitor.login("ben@bonita.example", PASSWORD, true);
        visitor.closeAndReopen();
        assertThat(Visitor.leadsTo(visitor.open("/login/oidc/code?code=x&state=y")))
                .isEqualTo("/login?oidc=STALE");
        assertThat(visitor.isInside()).isTrue();
    }

    @Test
    void anAnswerIsGoodOnceAndInTheBrowserThatWasSentOnly() {
        HttpResponse<String> leaving = visitor.open("/login/oidc");
        String back = back(leaving);
        try (Visitor thief = new Visitor(port)) {
            assertThat(Visitor.leadsTo(thief.open(back))).isEqualTo("/login?oidc=STALE");
            thief.open("/login/oidc");
            assertThat(Visitor.leadsTo(thief.open(back))).isEqualTo("/login?oidc=STALE");
            assertThat(thief.isInside()).isFalse();
        }
        assertThat(Visitor.leadsTo(visitor.open(back))).isEqualTo("/");
        assertThat(Visitor.leadsTo(visitor.open(back))).isEqualTo("/");
        again();
        assertThat(Visitor.leadsTo(visitor.open(back))).isEqualTo("/login?oidc=STALE");
    }

    @Test
    void whoDeclinesThereIsToldAndMayStillUseThePassword() {
        HttpResponse<String> leaving = visitor.open("/login/oidc");
        String state = back(leaving).replaceAll(".*&state=", "");
        assertThat(Visitor.leadsTo(visitor.open("/login/oidc/code?error=access_denied&state=" + state)))
                .isEqualTo("/login?oidc=DECLINED");
        assertThat(visitor.login("ben@bonita.example", PASSWORD, false)).startsWith("/");
        assertThat(visitor.isInside()).isTrue();
    }

    @Test
    void answersThatNothingWasAskedForCostNobodyATryAndAreNotWrittenDown() {
        for (int guess = 0; guess <= LoginThrottle.TRIES_FROM_AN_ADDRESS; guess++) {
            assertThat(Visitor.leadsTo(visitor.open("/login/oidc/code?code=" + guess + "&state=x")))
                    .isEqualTo("/login?oidc=STALE");
        }
        assertThat(audited()).isEmpty();
        visitor.login("ben@bonita.example", PASSWORD, false);
        assertThat(visitor.isInside()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"code=made-up, 203.0.113.9", "error=server_error, 203.0.113.10", "error=invalid_scope, 203.0.113.11"})
    void wrongAnswersFromOneAddressAreThrottledAndThoseOfOthersAreNot(String answer, String address) {
        for (int guess = 0; guess < LoginThrottle.TRIES_FROM_AN_ADDRESS; guess++) {
            assertThat(answered(answer, address)).startsWith("/login?oidc=");
        }
        assertThat(answered(answer, address)).isEqualTo("/login?wait");
        assertThat(audited()).hasSize(LoginThrottle.TRIES_FROM_AN_ADDRESS);
        assertThat(signIn("")).isEqualTo("/");
        assertThat(database.queryForObject(
                        "select count(*) from audit_entry where action = 'SIGN_IN_THROTTLED'", Integer.class))
                .isOne();
    }

    @Test
    void whatTheProviderRefusesUsCostsNobodyATryAndIsNotWrittenDown() {
        PROVIDER.answers(
                "/token", FakeIdentityProvider.text(401, "application/json", "{\"error\":\"invalid_client\"}"));
        for (int attempt = 0; attempt <= LoginThrottle.TRIES_FROM_AN_ADDRESS; attempt++) {
            assertThat(answered("code=good", "203.0.113.12")).isEqualTo("/login?oidc=MISFIT");
        }
        assertThat(audited()).isEmpty();
    }

    /** To a question that was really asked. */
    private String answered(String answer, String address) {
        String there =
                visitor.open("/login/oidc").headers().firstValue("Location").orElseThrow();
        String state = there.replaceAll(".*[?&]state=([^&]+).*", "$1");
        return Visitor.leadsTo(
                visitor.open("/login/oidc/code?" + answer + "&state=" + state, "X-Forwarded-For", address));
    }
}
