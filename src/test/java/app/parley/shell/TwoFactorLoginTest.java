package app.parley.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.parley.MutableClock;
import app.parley.ParleyTest;
import app.parley.team.AgentId;
import app.parley.team.Enrolment;
import app.parley.team.Login;
import app.parley.team.Logins;
import app.parley.team.PasswordChange;
import app.parley.team.Phone;
import app.parley.team.Role;
import app.parley.team.Team;
import app.parley.team.TeamAdministration;
import app.parley.team.TwoFactor;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** What the login asks after the password, over a socket as a browser is asked. */
@ParleyTest
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(HttpSessions.class)
class TwoFactorLoginTest {

    private static final String PASSWORD = "two croissants";

    @Autowired
    Team team;

    @Autowired
    TwoFactor second;

    @Autowired
    Logins logins;

    @Autowired
    PasswordChange ownPassword;

    @Autowired
    TeamAdministration administration;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    HttpSessions sessions;

    @Autowired
    MutableClock clock;

    @Autowired
    JdbcTemplate database;

    @LocalServerPort
    int port;

    AgentId carla;
    String email;
    Visitor visitor;

    static int count;

    /** Each time with another email: tries are counted for longer than a test runs. */
    @BeforeEach
    void carlaWorksHere() {
        email = "carla" + ++count + "@bonita.example";
        carla = team.create("Carla Rey", email, PASSWORD, Role.ADMIN).requireId();
        visitor = new Visitor(port);
    }

    @AfterEach
    void leave() {
        visitor.close();
    }

    @Test
    void whoHasASecondFactorIsInWithTheCodeAndNotBefore() {
        Phone phone = on();
        assertThat(visitor.login(email, PASSWORD, false)).isEqualTo("/login/code");
        assertThat(visitor.isInside()).isFalse();
        assertThat(visitor.open("/login/code").statusCode()).isEqualTo(200);
        String before = visitor.cookie("JSESSIONID").orElseThrow().getValue();
        assertThat(code("000000")).isEqualTo("/login/code?error");
        assertThat(visitor.isInside()).isFalse();
        assertThat(code(phone.code())).startsWith("/?continue");
        assertThat(visitor.isInside()).isTrue();
        assertThat(visitor.cookie("JSESSIONID").orElseThrow().getValue()).isNotEqualTo(before);
    }

    @Test
    void aWrongPasswordLeadsToNoCode() {
        on();
        assertThat(visitor.login(email, "wrong", false)).isEqualTo("/login?error");
        assertThat(Visitor.leadsTo(visitor.open("/login/code?error"))).isEmpty();
        assertThat(code("000000")).isEqualTo("/login");
    }

    @Test
    void afterSomeWrongCodesThePasswordIsWantedAgainAndAfterMoreNothingIsLookedAt() {
        Phone phone = on();
        visitor.login(email, PASSWORD, false);
        for (int guess = 1; guess < PendingLogin.MOST_WRONG; guess++) {
            assertThat(code("00000" + guess)).isEqualTo("/login/code?error");
        }
        assertThat(code("000000")).isEqualTo("/login?error");
        assertThat(code(phone.code())).isEqualTo("/login");
        visitor.login(email, PASSWORD, false);
        for (int guess = 1; guess < PendingLogin.MOST_WRONG; guess++) {
            code("00000" + guess);
        }
        assertThat(code("000000")).isEqualTo("/login?error");
        assertThat(visitor.login(email, PASSWORD, false)).isEqualTo("/login?wait");
    }

    @Test
    void triesAreCountedAtWhosePasswordWasRightWhateverTheFormSays() {
        on();
        visitor.login(email, PASSWORD, false);
        for (int guess = 0; guess < 3; guess++) {
            assertThat(code("000000", "somebody-else@bonita.example", false)).isEqualTo("/login");
            visitor.login(email, PASSWORD, false);
        }
    }

    @Test
    void aPasswordThatWasRightLongAgoIsNoLongerHalfTheWay() {
        Phone phone = on();
        visitor.login(email, PASSWORD, false);
        clock.advance(Duration.ofMinutes(11));
        assertThat(code(phone.code())).isEqualTo("/login");
        assertThat(visitor.isInside()).isFalse();
    }

    @Test
    void aWrongPasswordAfterStartingOverIsToldAsOne() {
        Phone phone = on();
        visitor.login(email, PASSWORD, false);
        assertThat(visitor.login(email, "wrong", false)).isEqualTo("/login?error");
        assertThat(code(phone.code())).isEqualTo("/login");
    }

    @Test
    void ofManyCodesAtTheSameTimeAFewAreLookedAt() {
        on();
        visitor.login(email, PASSWORD, false);
        String token = visitor.token("/login/code");
        try (ExecutorService guessers = Executors.newFixedThreadPool(20)) {
            for (int guess = 0; guess < 20; guess++) {
                String code = "%06d".formatted(guess);
                guessers.execute(() -> visitor.post(
                        "/login", Map.of("username", email, "password", code, "step", "code", "_csrf", token)));
            }
        }
        assertThat(database.queryForObject(
                        "select count(*) from audit_entry where action = 'SIGN_IN_REFUSED'", Integer.class))
                .isBetween(1, PendingLogin.MOST_WRONG);
    }

    @Test
    void ofManyPasswordsAtTheSameTimeAFewAreLookedAt() {
        String token = visitor.token("/login");
        try (ExecutorService guessers = Executors.newFixedThreadPool(20)) {
            for (int guess = 0; guess < 40; guess++) {
                String password = "guess " + guess;
                guessers.execute(
                        () -> visitor.post("/login", Map.of("username", email, "password", password, "_csrf", token)));
            }
        }
        assertThat(database.queryForList("select action from audit_entry where action like 'SIGN%'", String.class))
                .hasSize(LoginThrottle.TRIES_AT_ONE + 1)
                .containsOnlyOnce("SIGN_IN_THROTTLED");
    }

    @Test
    void theSecretToSetUpIsAnotherAtEachLoginAndGoodForThatOneOnly() {
        second.makeCompulsory(carla, true);
        visitor.login(email, PASSWORD, false);
        Phone seen = new Phone(pendingLogin().enrolment().orElseThrow().secret(), clock);
        visitor.login(email, PASSWORD, false);
        assertThat(code(seen.code())).isEqualTo("/login/code?error");
        assertThat(second.isOn(carla)).isFalse();
    }

    @Test
    void whoIsDisabledIsNotRememberedOnceTheyAreEnabledAgain() {
        AgentId ben = team.create("Ben", "ben" + email, PASSWORD, Role.AGENT).requireId();
        visitor.login("ben" + email, PASSWORD, true);
        administration.disable(carla, ben);
        administration.enable(carla, ben);
        visitor.closeAndReopen();
        assertThat(visitor.isInside()).isFalse();
    }

    @Test
    void aLoginEndsOnlyOnceThatIsSo() {
        visitor.login(email, PASSWORD, false);
        List<Login> all = logins.of(carla, carla);
        transactions.executeWithoutResult(undone -> {
            logins.end(carla, carla, all);
            undone.setRollbackOnly();
        });
        assertThat(visitor.isInside()).isTrue();
        logins.end(carla, carla, all);
        assertThat(visitor.isInside()).isFalse();
    }

    @Test
    void whoIsRememberedIsAskedForNoCodeUntilSomethingChanges() {
        Phone phone = on();
        visitor.login(email, PASSWORD, true);
        assertThat(visitor.cookie("remember-me")).isEmpty();
        assertThat(code(phone.code(), email, true)).isEqualTo("/");
        visitor.closeAndReopen();
        assertThat(visitor.isInside()).isTrue();
        second.removeFor(carla, carla);
        visitor.closeAndReopen();
        assertThat(visitor.isInside()).isFalse();
    }

    @Test
    void settingItUpForgetsBrowsersThatKnewThePasswordOnly() {
        visitor.login(email, PASSWORD, true);
        visitor.closeAndReopen();
        assertThat(visitor.isInside()).isTrue();
        on();
        visitor.closeAndReopen();
        assertThat(visitor.isInside()).isFalse();
    }

    @Test
    void whereItIsCompulsoryEverybodyWithoutIsOutInSecondsAndSetsItUpOnTheWayIn() {
        visitor.login(email, PASSWORD, true);
        assertThat(visitor.isInside()).isTrue();
        second.makeCompulsory(carla, true);
        await().atMost(Duration.ofSeconds(5)).until(() -> !visitor.isInside());
        assertThat(visitor.login(email, PASSWORD, false)).isEqualTo("/login/code");
        assertThat(code("000000")).isEqualTo("/login/code?error");
        Phone phone = new Phone(pendingLogin().enrolment().orElseThrow().secret(), clock);
        assertThat(code(phone.code())).isEqualTo("/");
        assertThat(visitor.isInside()).isTrue();
        assertThat(second.isOn(carla)).isTrue();
    }

    @Test
    void aWrongCodeIsWrittenDownAndARightPasswordAloneIsNoLogin() {
        Phone phone = on();
        visitor.login(email, PASSWORD, false);
        code("000000");
        code(phone.code());
        assertThat(database.queryForList(
                        "select action from audit_entry where action like 'SIGN%' order by id", String.class))
                .containsExactly("SIGN_IN_BEGUN", "SIGN_IN_REFUSED", "SIGNED_IN");
    }

    @Test
    void aLoginThatIsEndedFromAnotherBrowserIsOverAndNotKept() {
        visitor.login(email, PASSWORD, true);
        try (Visitor other = new Visitor(port)) {
            other.login(email, PASSWORD, false);
            String id = visitor.cookie("JSESSIONID").orElseThrow().getValue();
            String otherId = other.cookie("JSESSIONID").orElseThrow().getValue();
            assertThat(logins.of(carla, carla)).extracting(Login::id).contains(id, otherId);
            logins.end(
                    carla,
                    carla,
                    logins.of(carla, carla).stream()
                            .filter(login -> login.id().equals(id))
                            .toList());
            assertThat(visitor.isInside()).isFalse();
            visitor.closeAndReopen();
            assertThat(visitor.isInside()).isFalse();
            assertThat(other.isInside()).isTrue();
            assertThat(logins.of(carla, carla))
                    .extracting(Login::id)
                    .contains(otherId)
                    .doesNotContain(id);
        }
    }

    @Test
    void whoChangesTheirPasswordIsOutEverywhereAndInWithTheNewOne() {
        visitor.login(email, PASSWORD, true);
        ownPassword.change(carla, PASSWORD, "three brioches");
        visitor.closeAndReopen();
        assertThat(visitor.isInside()).isFalse();
        assertThat(visitor.login(email, PASSWORD, false)).isEqualTo("/login?error");
        assertThat(visitor.login(email, "three brioches", false)).isEqualTo("/?continue");
    }

    /** What their session knows of somebody who still owes a code. */
    private PendingLogin pendingLogin() {
        String id = visitor.cookie("JSESSIONID").orElseThrow().getValue();
        return PendingLogin.of(sessions.find(id).getAttribute(PendingLogin.NAME))
                .orElseThrow();
    }

    private Phone on() {
        Enrolment enrolment = second.begin(carla);
        Phone phone = new Phone(enrolment.secret(), clock);
        List<String> codes = second.confirm(carla, enrolment, phone.code());
        assertThat(codes).isNotEmpty();
        clock.advance(Duration.ofSeconds(30));
        return phone;
    }

    private String code(String code) {
        return code(code, email, false);
    }

    private String code(String code, String name, boolean remember) {
        Map<String, String> form = new HashMap<>(
                Map.of("username", name, "password", code, "step", "code", "_csrf", visitor.token("/login/code")));
        if (remember) {
            form.put("remember-me", "on");
        }
        return Visitor.leadsTo(visitor.post("/login", form));
    }
}
