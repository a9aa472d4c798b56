package app.parley.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.parley.Given;
import app.parley.MutableClock;
import app.parley.ParleyTest;
import app.parley.team.Agent;
import app.parley.team.AgentId;
import app.parley.team.InvitationAcceptance;
import app.parley.team.Role;
import app.parley.team.Team;
import app.parley.team.TeamAdministration;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the login does, asked over a socket as a browser asks it. */
@ParleyTest
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "parley.sandbox.enabled=true",
            "parley.whatsapp.access-token=sandbox-token",
            "parley.whatsapp.app-secret=sandbox-app-secret"
        })
class LoginTest {

    private static final String PASSWORD = "two croissants";
    private static final List<String> OTHER_SITES =
            List.of("http://evil.example", "null", "http://localhost:9", "not a url");

    @Autowired
    Given given;

    @Autowired
    Team team;

    @Autowired
    TeamAdministration administration;

    @Autowired
    InvitationAcceptance joining;

    @Autowired
    OpenSessions sessions;

    @Autowired
    MutableClock clock;

    @Autowired
    JdbcTemplate database;

    @LocalServerPort
    int port;

    Agent carla;
    Visitor visitor;

    @BeforeEach
    void carlaWorksHere() {
        carla = team.create("Carla Rey", "carla@bonita.example", PASSWORD, Role.ADMIN);
        visitor = new Visitor(port);
    }

    @AfterEach
    void leave() {
        visitor.close();
    }

    @Test
    void anAgentLogsInHoweverTheyCapitaliseTheirEmail() {
        assertThat(visitor.login("Carla@Bonita.example", PASSWORD, false)).isEqualTo("/");
        assertThat(visitor.isInside()).isTrue();
    }

    @Test
    void aWrongPasswordAndAnUnknownEmailLookTheSame() {
        assertThat(visitor.login("carla@bonita.example", "wrong", false)).isEqualTo("/login?error");
        assertThat(visitor.login("nobody@bonita.example", PASSWORD, false)).isEqualTo("/login?error");
        assertThat(visitor.isInside()).isFalse();
    }

    @Test
    void aDisabledAgentStaysOutsideEvenWhereTheyWereRemembered() {
        visitor.login("carla@bonita.example", PASSWORD, true);
        team.disable(Objects.requireNonNull(carla.id()));

        visitor.closeAndReopen();
        assertThat(visitor.isInside()).isFalse();
        assertThat(visitor.login("carla@bonita.example", PASSWORD, false)).isEqualTo("/login?error");
    }

    @Test
    void whoGuessesAThousandTimesIsSoonNotListenedToWhateverTheySayWhereTheyComeFrom() {
        team.create("Somebody", "guessed@bonita.example", PASSWORD, Role.AGENT);
        String token = visitor.token("/login");
        int refused = 0;
        for (int guess = 0; guess < 1_000; guess++) {
            String from = "198.51." + guess / 250 + "." + guess % 250;
            var answer = visitor.post(
                    "/login",
                    Map.of("username", "guessed@bonita.example", "password", "guess " + guess, "_csrf", token),
                    "X-Forwarded-For",
                    from,
                    "Forwarded",
                    "for=" + from,
                    "X-Real-IP",
                    from);
            refused += Visitor.leadsTo(answer).equals("/login?wait") ? 1 : 0;
        }
        // What a proxy beside us says of an address is believed; the account is spared even so.
        assertThat(refused).isEqualTo(1_000 - LoginThrottle.TRIES_AT_AN_ACCOUNT);
        assertThat(visitor.login("guessed@bonita.example", PASSWORD, false)).isEqualTo("/login?wait");
        clock.advance(Duration.ofMinutes(16));
        assertThat(visitor.login("guessed@bonita.example", PASSWORD, false)).isEqualTo("/");
    }

    @Test
    void whoIsDisabledOrHasAnotherRoleOrPasswordIsOutWithinFiveSeconds() {
        AgentId ana = Objects.requireNonNull(
                team.create("Ana", "ana@bonita.example", PASSWORD, Role.ADMIN).id());
        AgentId id = Objects.requireNonNull(carla.id());
        List<Runnable> changes = List.of(
                () -> given.changes(ana, id, "Carla", Role.AGENT),
                () -> joining.choosePassword(administration.newLink(ana, id), "another three"),
                () -> administration.disable(ana, id));
        List<String> then = List.of(PASSWORD, PASSWORD, "another three");
        for (int i = 0; i < changes.size(); i++) {
            assertThat(visitor.login("carla@bonita.example", then.get(i), true)).isEqualTo("/");
            assertThat(visitor.isInside()).isTrue();
            changes.get(i).run();
            visitor.forget("remember-me");
            await().atMost(Duration.ofSeconds(5)).until(() -> !visitor.isInside());
        }
    }

    @Test
    void whoComesInAnewAfterAChangeStaysThoughAnOldSessionWasNeverClosed() {
        AgentId ana = Objects.requireNonNull(
                team.create("Ana", "ana@bonita.example", PASSWORD, Role.ADMIN).id());
        visitor.login("carla@bonita.example", PASSWORD, false);
        given.changes(ana, Objects.requireNonNull(carla.id()), "Carla", Role.AGENT);
        try (Visitor elsewhere = new Visitor(port)) {
            assertThat(elsewhere.login("carla@bonita.example", PASSWORD, false)).isEqualTo("/");
            sessions.look();
            assertThat(elsewhere.isInside()).isTrue();
        }
        assertThat(visitor.isInside()).isFalse();
    }

    @Test
    void whoComesInLeavesOrIsTurnedAwayIsWrittenDownButNotWhatAStrangerTyped() {
        visitor.login("nobody@bonita.example", "wrong", false);
        visitor.login("carla@bonita.example", "wrong", false);
        visitor.login("carla@bonita.example", PASSWORD, true);
        visitor.closeAndReopen();
        visitor.post("/logout", Map.of("_csrf", visitor.token("/")));
        assertThat(auditEntries())
                .containsExactly(
                        "MEMBER_CREATED by nobody of Carla Rey (carla@bonita.example)",
                        "SIGN_IN_REFUSED by nobody of nobody",
                        "SIGN_IN_REFUSED by nobody of Carla Rey (carla@bonita.example)",
                        "SIGNED_IN by carla@bonita.example of nobody",
                        "SIGNED_IN by carla@bonita.example of nobody",
                        "SIGNED_OUT by carla@bonita.example of nobody");
        assertThat(database.queryForList("select address from audit_entry where id > 1", String.class))
                .containsOnly("127.0.0.1");
    }

    @Test
    void ofAThousandGuessesTheBookHoldsThoseThatWereLookedAt() {
        team.create("Ana", "sought@bonita.example", PASSWORD, Role.AGENT);
        String token = visitor.token("/login");
        for (int guess = 0; guess < 30; guess++) {
            visitor.post(
                    "/login",
                    Map.of("username", "sought@bonita.example", "password", "guess " + guess, "_csrf", token));
        }
        assertThat(auditEntries())
                .filteredOn(entry -> entry.startsWith("SIGN_IN_REFUSED"))
                .hasSize(LoginThrottle.TRIES_AT_ONE);
        assertThat(auditEntries())
                .last()
                .asString()
                .isEqualTo("SIGN_IN_THROTTLED by nobody of Ana (sought@bonita.example)");
    }

    private List<String> auditEntries() {
        return database.query(
                "select action, (select email from agent where id = actor), subject from audit_entry"
                        + " order by audit_entry.id",
                (row, _) -> row.getString(1) + " by " + Objects.requireNonNullElse(row.getString(2), "nobody") + " of "
                        + Objects.requireNonNullElse(row.getString(3), "nobody"));
    }

    @Test
    void aLoginFormWithoutItsTokenIsShownAfresh() {
        var answer = visitor.post("/login", Map.of("username", "carla@bonita.example", "password", PASSWORD));
        assertThat(Visitor.leadsTo(answer)).isEqualTo("/login");
        assertThat(visitor.isInside()).isFalse();
    }

    @Test
    void whoAskedToBeRememberedComesInAgainUntilTheyLogOut() {
        visitor.login("carla@bonita.example", PASSWORD, true);
        assertThat(visitor.cookie("remember-me")).get().satisfies(cookie -> {
            assertThat(cookie.isHttpOnly()).isTrue();
            assertThat(cookie.getMaxAge()).isBetween(14 * 24 * 60 * 60L - 5, 14 * 24 * 60 * 60L);
        });
        visitor.closeAndReopen();
        assertThat(visitor.isInside()).isTrue();

        visitor.post("/logout", Map.of("_csrf", visitor.token("/")));
        assertThat(visitor.cookie("remember-me")).isEmpty();
        assertThat(visitor.isInside()).isFalse();
    }

    @Test
    void anotherSiteCannotLogAnAgentOut() {
        visitor.login("carla@bonita.example", PASSWORD, false);
        assertThat(visitor.post("/logout", Map.of()).statusCode()).isEqualTo(403);
        assertThat(visitor.isInside()).isTrue();
    }

    @Test
    void whoDoesNotAskToBeRememberedIsNot() {
        visitor.login("carla@bonita.example", PASSWORD, false);
        assertThat(visitor.cookie("remember-me")).isEmpty();
        visitor.closeAndReopen();
        assertThat(visitor.isInside()).isFalse();
    }

    @Test
    void everyPageLeadsAStrangerToTheLogin() {
        for (String page : List.of("/", "/sandbox", "/journal", "/nothing", "/error", "/?conversation=1")) {
            assertThat(Visitor.leadsTo(visitor.open(page))).as(page).isEqualTo("/login");
        }
    }

    @Test
    void anotherSitesPageReachesNeitherThePushConnectionNorFlowNorTheForms() {
        visitor.login("carla@bonita.example", PASSWORD, false);
        for (String origin : OTHER_SITES) {
            assertThat(visitor.open("/VAADIN/push?v-r=push", "Origin", origin).statusCode())
                    .as("push from " + origin)
                    .isEqualTo(403);
            assertThat(visitor.post("/?v-r=uidl&v-uiId=0", Map.of(), "Origin", origin)
                            .statusCode())
                    .as("Flow's request from " + origin)
                    .isEqualTo(403);
            assertThat(visitor.post("/login", Map.of(), "Origin", origin).statusCode())
                    .as("form from " + origin)
                    .isEqualTo(403);
        }
    }

    @Test
    void ourOwnPageIsNotAnotherSite() {
        Map<String, String> form =
                Map.of("username", "carla@bonita.example", "password", PASSWORD, "_csrf", visitor.token("/login"));
        var answer = visitor.post("/login", form, "Origin", "http://localhost:" + port);
        assertThat(Visitor.leadsTo(answer)).isEqualTo("/");
    }

    @Test
    void behindAProxyOurOwnPageIsTheOneTheBrowserSees() {
        Map<String, String> form =
                Map.of("username", "carla@bonita.example", "password", PASSWORD, "_csrf", visitor.token("/login"));
        String[] proxied = {
            "X-Forwarded-For", "203.0.113.7", "X-Forwarded-Proto", "https", "X-Forwarded-Host", "inbox.bonita.example"
        };
        assertThat(visitor.post("/login", form, with(proxied, "Origin", "https://evil.example"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(visitor.post("/login", form, with(proxied, "Origin", "https://inbox.bonita.example"))
                        .statusCode())
                .isEqualTo(302);
    }

    private static String[] with(String[] headers, String... more) {
        return Stream.concat(Stream.of(headers), Stream.of(more)).toArray(String[]::new);
    }

    @Test
    void theDoorIsTight() {
        var headers = visitor.open("/login").headers();
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(headers.firstValue("Referrer-Policy")).hasValue("same-origin");
        assertThat(headers.firstValue("Content-Security-Policy"))
                .get()
                .asString()
                .contains("default-src 'self'", "frame-ancestors 'none'", "object-src 'none'");
    }

    @Test
    void monitorsSeeHealthAndWithoutATokenNothingElse() {
        assertThat(visitor.open("/actuator/health").body())
                .contains("\"status\":\"UP\"")
                .doesNotContain("components", "details", "db");
        for (String page : List.of("/actuator", "/actuator/env", "/actuator/prometheus")) {
            assertThat(visitor.open(page, "Authorization", "Bearer ").statusCode())
                    .as(page)
                    .isEqualTo(401);
        }
    }

    @Test
    void machinesAreAskedForTheirOwnProofAndNotForALogin() {
        assertThat(visitor.open("/webhooks/whatsapp").statusCode()).isEqualTo(403);
        assertThat(visitor.post("/webhooks/whatsapp", Map.of()).statusCode()).isEqualTo(401);
        assertThat(visitor.open("/sandbox/graph/v26.0/102290129340398/phone_numbers")
                        .statusCode())
                .isEqualTo(401);
        assertThat(visitor.open(
                                "/sandbox/graph/v26.0/102290129340398/phone_numbers",
                                "Authorization",
                                "Bearer sandbox-token")
                        .statusCode())
                .isEqualTo(200);
        assertThat(visitor.cookie("JSESSIONID")).isEmpty();
    }
}
