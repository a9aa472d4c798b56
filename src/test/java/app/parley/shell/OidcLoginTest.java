package app.parley.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.parley.MutableClock;
import app.parley.ParleyTest;
import app.parley.oidc.FakeIdentityProvider;
import app.parley.team.AgentId;
import app.parley.team.Enrolment;
import app.parley.team.ExternalIdentities;
import app.parley.team.Login;
import app.parley.team.Logins;
import app.parley.team.Phone;
import app.parley.team.Profile;
import app.parley.team.Role;
import app.parley.team.Team;
import app.parley.team.TeamAdministration;
import app.parley.team.TwoFactor;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The way in by an identity provider, over sockets as a browser goes it. */
@ParleyTest
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"parley.sandbox.enabled=true", "parley.oidc.name=Acme"})
class OidcLoginTest {

    private static final String PASSWORD = "two croissants";
    private static final MutableClock CLOCK_OF_THE_PROVIDER = new MutableClock();
    private static final FakeIdentityProvider PROVIDER = new FakeIdentityProvider(CLOCK_OF_THE_PROVIDER);

    @Autowired
    Team team;

    @Autowired
    TeamAdministration administration;

    @Autowired
    TwoFactor second;

    @Autowired
    Logins logins;

    @Autowired
    ExternalIdentities identities;

    @Autowired
    MutableClock clock;

    @Autowired
    JdbcTemplate database;

    @LocalServerPort
    int port;

    AgentId carla;
    AgentId ben;
    Visitor visitor;

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry settings) {
        settings.add("parley.oidc.issuer", PROVIDER::url);
        settings.add("parley.oidc.client-id", () -> FakeIdentityProvider.CLIENT);
        settings.add("parley.oidc.client-secret", () -> FakeIdentityProvider.SECRET);
    }

    @BeforeEach
    void everybodyIsThere() {
        PROVIDER.reset();
        carla = team.create("Carla Rey", "carla@bonita.example", PASSWORD, Role.ADMIN)
                .requireId();
        ben = team.create("Ben Soler", "ben@bonita.example", PASSWORD, Role.AGENT)
                .requireId();
        visitor = new Visitor(port);
    }

    @AfterEach
    void leave() {
        visitor.close();
    }

    @AfterAll
    static void stop() {
        PROVIDER.close();
    }

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
    void anAnswerThatAnotherSiteMakesUpEndsNothingThatTheBrowserKeeps() {
        visitor.login("ben@bonita.example", PASSWORD, true);
        visitor.closeAndReopen();
        assertThat(Visitor.leadsTo(visitor.open("/login/oidc/code?code=x&state=y")))
                .isEqualTo("/login?oidc=STALE");
        assertThat(visitor.isInside()).isTrue();
    }

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
    void whoIsInIsNotMadeSomebodyElse() {
        visitor.login("carla@bonita.example", PASSWORD, false);
        assertThat(Visitor.leadsTo(visitor.open("/login/oidc"))).isEqualTo("/");
        assertThat(Visitor.leadsTo(visitor.open("/login/oidc/code?code=x&state=y")))
                .isEqualTo("/");
        assertThat(logins.of(carla, carla)).hasSize(1);
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
    void whoOpenedAPageBeforehandIsLedThere() {
        visitor.open("/profile");
        assertThat(signIn("")).startsWith("/profile");
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

    private String signIn(String query) {
        CLOCK_OF_THE_PROVIDER.set(clock.instant());
        return comesBack(visitor.open("/login/oidc" + query));
    }

    private String comesBack(HttpResponse<String> leaving) {
        return Visitor.leadsTo(visitor.open(back(leaving)));
    }

    /** What the provider sends the browser back to. */
    private static String back(HttpResponse<String> leaving) {
        String there = leaving.headers().firstValue("Location").orElseThrow();
        assertThat(there).startsWith(PROVIDER.url() + "/authorize?");
        URI back = URI.create(PROVIDER.signsIn(there));
        return back.getRawPath() + "?" + back.getRawQuery();
    }

    private void again() {
        visitor.close();
        visitor = new Visitor(port);
    }

    private String code(String code) {
        Map<String, String> form = Map.of(
                "username",
                "ben@bonita.example",
                "password",
                code,
                "step",
                "code",
                "_csrf",
                visitor.token("/login/code"));
        return Visitor.leadsTo(visitor.post("/login", form));
    }

    private Phone on(AgentId agent) {
        Enrolment enrolment = second.begin(agent);
        Phone phone = new Phone(enrolment.secret(), clock);
        second.confirm(agent, enrolment, phone.code());
        clock.advance(Duration.ofSeconds(30));
        return phone;
    }

    private List<@Nullable String> audited() {
        return database.queryForList(
                "select action || ' ' || coalesce(detail, '') from audit_entry"
                        + " where action in ('SIGNED_IN', 'SIGN_IN_REFUSED') or action like 'IDENTITY%' order by id",
                String.class);
    }
}
