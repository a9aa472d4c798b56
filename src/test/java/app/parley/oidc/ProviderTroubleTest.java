package app.parley.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import app.parley.oidc.FakeIdentityProvider.Answer;
import java.net.InetAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A provider that is away, answers nonsense, or is not the one of the settings. */
class ProviderTroubleTest extends AtTheProvider {

    static Stream<Arguments> answers() {
        return Stream.of(
                answer("/token", "no JSON", text("<html>Busy</html>"), OidcFailure.UNTRUSTED),
                answer("/token", "nothing", text(""), OidcFailure.UNTRUSTED),
                answer(
                        "/token",
                        "no ID token",
                        text("{\"access_token\":\"at\",\"token_type\":\"Bearer\"}"),
                        OidcFailure.UNTRUSTED),
                answer("/token", "a code used before", error(400, "invalid_grant"), OidcFailure.STALE),
                answer("/token", "another secret", error(401, "invalid_client"), OidcFailure.MISFIT),
                answer("/token", "out of order", error(500, "server_error"), OidcFailure.UNTRUSTED),
                answer("/token", "ten megabytes", text("{\"x\":\"" + "y".repeat(10_000_000)), OidcFailure.AWAY),
                answer("/token", "a byte now and then", dripping(), OidcFailure.AWAY),
                answer("/token", "elsewhere", redirect(), OidcFailure.UNTRUSTED),
                answer("/keys", "no keys", text("{\"keys\":[]}"), OidcFailure.UNTRUSTED),
                answer("/keys", "no JSON", text("keys"), OidcFailure.UNTRUSTED),
                answer("/keys", "ten megabytes", text("x".repeat(10_000_000)), OidcFailure.AWAY),
                answer("/keys", "a byte now and then", dripping(), OidcFailure.AWAY),
                answer("/keys", "elsewhere", redirect(), OidcFailure.UNTRUSTED),
                answer("/userinfo", "somebody else", text("{\"sub\":\"somebody else\"}"), OidcFailure.UNTRUSTED),
                answer("/userinfo", "elsewhere", redirect(), OidcFailure.UNTRUSTED),
                answer("/userinfo", "a byte now and then", dripping(), OidcFailure.AWAY));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void anAnswerThatIsNoneIntroducesNobodyAndHoldsNobodyUp(String path, Answer answer, OidcFailure expected) {
        if (path.equals("/userinfo")) {
            PROVIDER.says(claims -> claims.subject("ben"));
        }
        PROVIDER.answers(path, answer);
        long began = System.nanoTime();
        assertThat(trouble(this::comesBack)).isEqualTo(expected);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(PATIENCE.multipliedBy(4));
    }

    static Stream<Arguments> descriptions() {
        return Stream.of(
                argumentSet("no JSON", text("<html>"), OidcFailure.MISFIT),
                argumentSet("nothing", text(""), OidcFailure.MISFIT),
                argumentSet("a list", text("[]"), OidcFailure.MISFIT),
                argumentSet("a null", text("null"), OidcFailure.MISFIT),
                argumentSet("numbers for words", text("{\"issuer\":1}"), OidcFailure.MISFIT),
                argumentSet("nothing in it", text("{}"), OidcFailure.MISFIT),
                argumentSet("not there", error(404, "not_found"), OidcFailure.AWAY),
                argumentSet("out of order", error(503, "busy"), OidcFailure.AWAY),
                argumentSet("ten megabytes", text("x".repeat(10_000_000)), OidcFailure.AWAY),
                argumentSet("a byte now and then", dripping(), OidcFailure.AWAY),
                argumentSet("elsewhere", redirect(), OidcFailure.AWAY));
    }

    @ParameterizedTest
    @MethodSource("descriptions")
    void aProviderThatDoesNotDescribeItselfIsNotAsked(Answer answer, OidcFailure expected) {
        PROVIDER.answers("/.well-known/openid-configuration", answer);
        assertThat(trouble(this::leaves)).isEqualTo(expected);
    }

    @Test
    void aProviderThatIsAwayIsAskedAgainOnlyAfterAMoment() throws OidcException {
        PROVIDER.answers("/.well-known/openid-configuration", error(503, "busy"));
        assertThat(trouble(this::leaves)).isEqualTo(OidcFailure.AWAY);
        assertThat(trouble(this::leaves)).isEqualTo(OidcFailure.AWAY);
        assertThat(PROVIDER.requests()).hasSize(1);
        PROVIDER.reset();
        CLOCK.advance(Duration.ofSeconds(6));
        assertThat(comesBack().subject()).isEqualTo("ben-at-the-provider");
    }

    @Test
    void whatIsKnownOfAProviderHoldsWhileItIsAway() throws OidcException {
        leaves();
        CLOCK.advance(Duration.ofHours(2));
        PROVIDER.answers("/.well-known/openid-configuration", error(503, "busy"));
        assertThat(leaves().getAuthorizationUri()).isEqualTo(PROVIDER.url() + "/authorize");
        assertThat(comesBack().subject()).isEqualTo("ben-at-the-provider");
        assertThat(leaves().getAuthorizationUri()).isEqualTo(PROVIDER.url() + "/authorize");
        assertThat(PROVIDER.requests())
                .filteredOn("/.well-known/openid-configuration"::equals)
                .hasSize(2);
    }

    @Test
    void whoLeavesDoesNotWaitForAProviderThatIsSlow() throws Exception {
        leaves();
        CLOCK.advance(Duration.ofHours(2));
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch left = new CountDownLatch(1);
        PROVIDER.answers("/.well-known/openid-configuration", exchange -> {
            asked.countDown();
            try {
                left.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            error(503, "busy").to(exchange);
        });
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> fetching = threads.submit(this::leaves);
            asked.await();
            long began = System.nanoTime();
            assertThat(us.leave("token", "https://parley.example/login")).isPresent();
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(PATIENCE.dividedBy(2));
            left.countDown();
            fetching.get();
        }
    }

    @Test
    void aDescriptionOfAnotherIssuerOrWithoutWhatIsNeededIsNoneOfOurs() {
        Map<String, @Nullable Object> faults = new HashMap<>();
        faults.put("issuer", "https://elsewhere.example");
        faults.put("authorization_endpoint", null);
        faults.put("token_endpoint", null);
        faults.put("jwks_uri", null);
        faults.put("subject_types_supported", null);
        faults.put("response_types_supported", "code");
        faults.put("id_token_signing_alg_values_supported", Map.of("RS256", 1));
        faults.forEach((what, as) -> {
            us = us(PROVIDER.url());
            PROVIDER.reset();
            PROVIDER.describes(what, as);
            assertThat(trouble(this::comesBack)).as(what).isIn(OidcFailure.MISFIT, OidcFailure.UNTRUSTED);
        });
    }

    @Test
    void endpointsThatAreNotSafeAreNotGoneToByUsNorByBrowsers() {
        List<String> unsafe = List.of(
                "http://login.example.com/x",
                "javascript:alert(1)",
                "file:///etc/passwd",
                "ftp://example.com/",
                "//example.com/",
                "https://",
                "https://issuer@example.com/",
                "https://exa mple.com/",
                "data:text/html,x");
        for (String endpoint : List.of(
                "authorization_endpoint", "token_endpoint", "jwks_uri", "userinfo_endpoint", "end_session_endpoint")) {
            for (String address : unsafe) {
                us = us(PROVIDER.url());
                PROVIDER.reset();
                PROVIDER.describes(endpoint, address);
                assertThat(trouble(this::leaves)).as(endpoint + " " + address).isEqualTo(OidcFailure.MISFIT);
            }
        }
    }

    @Test
    void anotherSecretThanTheProvidersIsAMatterOfTheSettings() {
        us = new IdentityProvider(
                new OidcProperties(PROVIDER.url(), "parley", "another", ""),
                CLOCK,
                PATIENCE,
                InetAddress::getAllByName,
                null);
        assertThat(trouble(this::comesBack)).isEqualTo(OidcFailure.MISFIT);
    }

    private static Arguments answer(String path, String name, Answer answer, OidcFailure expected) {
        return argumentSet(path + " " + name, path, answer, expected);
    }
}
