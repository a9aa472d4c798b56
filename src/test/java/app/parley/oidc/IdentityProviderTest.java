package app.parley.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import app.parley.MutableClock;
import app.parley.oidc.FakeIdentityProvider.Answer;
import app.parley.oidc.FakeIdentityProvider.Saying;
import app.parley.oidc.FakeIdentityProvider.Signing;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.web.util.UriComponentsBuilder;

/** Whom we believe an identity provider to introduce, asked over a socket. */
class IdentityProviderTest {

    private static final MutableClock CLOCK = new MutableClock();
    private static final FakeIdentityProvider PROVIDER = new FakeIdentityProvider(CLOCK);
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    IdentityProvider us = us(PROVIDER.url());

    @BeforeEach
    void asItShouldBe() {
        PROVIDER.reset();
        us = us(PROVIDER.url());
    }

    @AfterAll
    static void stop() {
        PROVIDER.close();
    }

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

    static Stream<Arguments> sayings() {
        return Stream.of(
                saying("another nonce", claims -> claims.claim("nonce", "another")),
                saying("no nonce", claims -> claims.claim("nonce", null)),
                saying("another audience", claims -> claims.audience("another client")),
                saying("no audience", claims -> claims.audience((String) null)),
                saying(
                        "several audiences and nobody it was made for",
                        claims -> claims.audience(List.of("parley", "another"))),
                saying("made for another", claims -> claims.claim("azp", "another")),
                saying("another issuer", claims -> claims.issuer("https://elsewhere.example")),
                saying("no issuer", claims -> claims.issuer(null)),
                saying(
                        "over",
                        claims -> claims.expirationTime(at(Duration.ofMinutes(-10)))
                                .issueTime(at(Duration.ofMinutes(-20)))),
                saying("never over", claims -> claims.expirationTime(null)),
                saying(
                        "of the future",
                        claims -> claims.issueTime(at(Duration.ofHours(1))).expirationTime(at(Duration.ofHours(2)))),
                saying("not yet good", claims -> claims.notBeforeTime(at(Duration.ofHours(1)))),
                saying("of nobody", claims -> claims.subject(null)),
                saying("of an endless name", claims -> claims.subject("x".repeat(256))),
                saying("of an odd name", claims -> claims.subject("ben\u0000")));
    }

    @ParameterizedTest
    @MethodSource("sayings")
    void aTokenThatSaysTheWrongThingIntroducesNobody(Saying saying) {
        PROVIDER.says(claims -> {
            claims.subject("ben").claim("email", "ben@bonita.example").claim("email_verified", true);
            saying.in(claims);
        });
        assertThat(trouble(this::comesBack)).isEqualTo(OidcFailure.UNTRUSTED);
    }

    static Stream<Arguments> signings() {
        return Stream.of(
                signing("by nobody", claims -> new PlainJWT(claims).serialize()),
                signing(
                        "by another's key of the same name",
                        claims -> FakeIdentityProvider.signed(
                                claims, new RSAKeyGenerator(2048).keyID("first").generate())),
                signing(
                        "by a key that is not published",
                        claims -> FakeIdentityProvider.signed(
                                claims,
                                new RSAKeyGenerator(2048).keyID("second").generate())),
                signing(
                        "by our own secret",
                        claims ->
                                hmac(claims, "the client's secret, made long enough".getBytes(StandardCharsets.UTF_8))),
                signing(
                        "by the published key taken for a secret",
                        claims -> hmac(claims, PROVIDER.key().toRSAPublicKey().getEncoded())),
                signing("and changed afterwards", IdentityProviderTest::changed),
                signing("no token", _ -> "no token"),
                signing("an empty one", _ -> ""));
    }

    @ParameterizedTest
    @MethodSource("signings")
    void aTokenThatIsNotTheProvidersIntroducesNobody(Signing signing) {
        PROVIDER.signs(signing);
        assertThat(trouble(this::comesBack)).isEqualTo(OidcFailure.UNTRUSTED);
    }

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
    void anotherSecretThanTheProvidersIsAMatterOfTheSettings() {
        us = new IdentityProvider(
                new OidcProperties(PROVIDER.url(), "parley", "another", ""),
                CLOCK,
                PATIENCE,
                InetAddress::getAllByName,
                null);
        assertThat(trouble(this::comesBack)).isEqualTo(OidcFailure.MISFIT);
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

    private static IdentityProvider us(String issuer) {
        boolean isSet = !issuer.isEmpty();
        return new IdentityProvider(
                new OidcProperties(
                        issuer,
                        isSet ? FakeIdentityProvider.CLIENT : "",
                        isSet ? FakeIdentityProvider.SECRET : "",
                        "Acme"),
                CLOCK,
                PATIENCE,
                InetAddress::getAllByName,
                null);
    }

    private VerifiedIdentity comesBack() throws OidcException {
        OAuth2AuthorizationRequest question = leaves();
        return us.introduced(question, back(question));
    }

    private OAuth2AuthorizationRequest leaves() throws OidcException {
        return us.question(new MockHttpServletRequest("GET", "/login/oidc"));
    }

    private static MockHttpServletRequest back(OAuth2AuthorizationRequest question) {
        URI back = URI.create(PROVIDER.signsIn(question.getAuthorizationRequestUri()));
        var fields = UriComponentsBuilder.fromUri(back).build().getQueryParams();
        return answer("code", String.valueOf(fields.getFirst("code")), "state", String.valueOf(question.getState()));
    }

    private static MockHttpServletRequest answer(String... fields) {
        MockHttpServletRequest answer = new MockHttpServletRequest("GET", "/login/oidc/code");
        for (int i = 0; i < fields.length; i += 2) {
            answer.setParameter(fields[i], fields[i + 1]);
        }
        return answer;
    }

    @FunctionalInterface
    interface Act {
        Object act() throws OidcException;
    }

    private static OidcFailure trouble(Act act) {
        try {
            act.act();
        } catch (OidcException e) {
            return e.trouble();
        }
        throw new AssertionError("Nothing stood in the way");
    }

    private static Date at(Duration fromNow) {
        return Date.from(CLOCK.instant().plus(fromNow));
    }

    private static String hmac(JWTClaimsSet claims, byte[] secret) throws JOSEException {
        SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
        token.sign(new MACSigner(secret));
        return token.serialize();
    }

    private static String changed(JWTClaimsSet claims) throws JOSEException {
        String[] parts = PROVIDER.signed(claims).split("\\.", -1);
        String other = new JWTClaimsSet.Builder(claims)
                .subject("carla")
                .build()
                .toPayload()
                .toBase64URL()
                .toString();
        return parts[0] + "." + other + "." + parts[2];
    }

    private static Arguments saying(String name, Saying saying) {
        return argumentSet(name, saying);
    }

    private static Arguments signing(String name, Signing signing) {
        return argumentSet(name, signing);
    }

    private static Arguments answer(String path, String name, Answer answer, OidcFailure expected) {
        return argumentSet(path + " " + name, path, answer, expected);
    }

    private static Answer text(String body) {
        return FakeIdentityProvider.text(200, "application/json", body);
    }

    private static Answer error(int status, String code) {
        return FakeIdentityProvider.text(status, "application/json", "{\"error\":\"" + code + "\"}");
    }

    private static Answer redirect() {
        return exchange -> {
            exchange.getResponseHeaders().set("Location", PROVIDER.url() + "/keys");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        };
    }

    /** Until the other side hangs up. */
    private static Answer dripping() {
        return exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 0);
            try (var out = exchange.getResponseBody()) {
                for (int i = 0; i < 200; i++) {
                    out.write(' ');
                    out.flush();
                    Thread.sleep(50);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }
}
