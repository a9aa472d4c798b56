package app.parley.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/** Whom we believe an identity provider to introduce, asked over a socket. */
class IdentityProviderTest extends AtTheProvider {

    @Test
    void whoSignsInThereIsIntroducedByWhatTheProviderCallsThem() throws OidcException {
        VerifiedIdentity who = comesBack();
        assertThat(who.issuer()).isEqualTo(PROVIDER.url());
        assertThat(who.subject()).isEqualTo("ben-at-the-provider");
        assertThat(who.email()).isEqualTo("ben@bonita.example");
        assertThat(who.emailVerified()).isTrue();
        assertThat(who.byTwoFactors()).isFalse();
        assertThat(PROVIDER.requests()).doesNotContain("/userinfo");
    }

    @Test
    void nothingIsAskedBeforeSomebodyWantsToComeInAndLittleAfterThat() throws OidcException {
        assertThat(us.name()).hasValue("Acme");
        assertThat(PROVIDER.requests()).isEmpty();
        comesBack();
        comesBack();
        assertThat(PROVIDER.requests())
                .containsExactly("/.well-known/openid-configuration", "/token", "/keys", "/token");
    }

    @Test
    void aSlashAtTheIssuersEndIsNoOtherIssuer() throws OidcException {
        us = us(PROVIDER.url() + "/");
        assertThat(comesBack().subject()).isEqualTo("ben-at-the-provider");
    }

    @Test
    void whatTheTokenDoesNotSayIsAskedFor() throws OidcException {
        PROVIDER.says(claims -> claims.subject("ben-at-the-provider"));
        PROVIDER.answers("/userinfo", FakeIdentityProvider.text(200, "application/json", """
                {"sub":"ben-at-the-provider","email":"ben@bonita.example","email_verified":"true"}"""));
        VerifiedIdentity who = comesBack();
        assertThat(who.email()).isEqualTo("ben@bonita.example");
        assertThat(who.emailVerified()).isTrue();
    }

    @Test
    void aProviderThatAskedForMoreThanAPasswordSaysSo() throws OidcException {
        PROVIDER.isStrongly("ben", "ben@bonita.example");
        assertThat(comesBack().byTwoFactors()).isTrue();
        PROVIDER.says(claims -> claims.subject("ben-at-the-provider").claim("acr", "phr"));
        assertThat(comesBack().byTwoFactors()).isTrue();
        PROVIDER.says(claims -> claims.subject("ben-at-the-provider").claim("amr", List.of("pwd", "otp")));
        assertThat(comesBack().byTwoFactors()).isFalse();
    }

    @Test
    void anEmailIsTheirsOnlyIfTheProviderSaysSo() throws OidcException {
        for (Object verified : Arrays.asList(false, "false", "yes", null)) {
            PROVIDER.says(claims -> claims.subject("ben-at-the-provider")
                    .claim("email", "ben@bonita.example")
                    .claim("email_verified", verified));
            assertThat(comesBack().emailVerified()).as("" + verified).isFalse();
        }
    }

    @Test
    void whatABrowserBringsWithoutHavingBeenSentOrChangedOnTheWayIntroducesNobody() throws OidcException {
        OAuth2AuthorizationRequest question = leaves();
        MockHttpServletRequest good = back(question);
        assertThat(trouble(() -> us.introduced(null, good))).isEqualTo(OidcFailure.STALE);
        assertThat(trouble(() -> us.introduced(question, answer("state", String.valueOf(question.getState())))))
                .isEqualTo(OidcFailure.UNTRUSTED);
        assertThat(trouble(() -> us.introduced(question, answer("code", "x", "state", "another"))))
                .isEqualTo(OidcFailure.UNTRUSTED);
        assertThat(trouble(() -> us.introduced(
                        question, answer("code", "made up", "state", String.valueOf(question.getState())))))
                .isEqualTo(OidcFailure.STALE);
        MockHttpServletRequest mixed = back(question);
        mixed.setParameter("iss", "https://elsewhere.example");
        assertThat(trouble(() -> us.introduced(question, mixed))).isEqualTo(OidcFailure.UNTRUSTED);
    }

    @Test
    void aCodeIsGoodOnceAndForWhoAskedOnly() throws OidcException {
        OAuth2AuthorizationRequest question = leaves();
        MockHttpServletRequest back = back(question);
        us.introduced(question, back);
        assertThat(trouble(() -> us.introduced(question, back))).isEqualTo(OidcFailure.STALE);
        OAuth2AuthorizationRequest another = leaves();
        MockHttpServletRequest stolen = back(question);
        stolen.setParameter("state", String.valueOf(another.getState()));
        assertThat(trouble(() -> us.introduced(another, stolen))).isEqualTo(OidcFailure.STALE);
    }

    @Test
    void whatTheProviderAnswersInsteadOfACodeIsToldApart() throws OidcException {
        OAuth2AuthorizationRequest question = leaves();
        Map.of(
                        "access_denied", OidcFailure.DECLINED,
                        "login_required", OidcFailure.DECLINED,
                        "temporarily_unavailable", OidcFailure.AWAY,
                        "invalid_scope", OidcFailure.MISFIT,
                        "<script>", OidcFailure.DECLINED)
                .forEach((error, expected) -> assertThat(trouble(() -> us.introduced(
                                question, answer("error", error, "state", String.valueOf(question.getState())))))
                        .as(error)
                        .isEqualTo(expected));
    }

    @Test
    void whoLeavesTakesLeaveThereTooWhereThatIsOffered() throws OidcException {
        assertThat(us.leave("token", "https://parley.example/login")).isEmpty();
        leaves();
        assertThat(us.leave("the.id&token", "https://parley.example/login"))
                .hasValue(PROVIDER.url()
                        + "/leave?id_token_hint=the.id%26token&client_id=parley"
                        + "&post_logout_redirect_uri=https%3A%2F%2Fparley.example%2Flogin");
        PROVIDER.describes("end_session_endpoint", null);
        us = us(PROVIDER.url());
        leaves();
        assertThat(us.leave("token", "https://parley.example/login")).isEmpty();
    }

    @Test
    void withoutSettingsThereIsNoProvider() {
        us = us("");
        assertThat(us.name()).isEmpty();
        assertThatThrownBy(this::leaves).isInstanceOf(OidcException.class);
    }
}
