package app.parley.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.parley.DatabaseTest;
import app.parley.MutableClock;
import app.parley.oidc.FakeIdentityProvider;
import app.parley.team.AgentId;
import app.parley.team.Enrolment;
import app.parley.team.ExternalIdentities;
import app.parley.team.Logins;
import app.parley.team.Phone;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The way in by an identity provider, over sockets as a browser goes it. */
@DatabaseTest
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"parley.sandbox.enabled=true", "parley.oidc.name=Acme"})
abstract class OidcVisits {

    static final String PASSWORD = "two croissants";
    static final MutableClock CLOCK_OF_THE_PROVIDER = new MutableClock();

    /** Ends with the process: the application that all of these tests share asks it. */
    static final FakeIdentityProvider PROVIDER = new FakeIdentityProvider(CLOCK_OF_THE_PROVIDER);

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

    String signIn(String query) {
        CLOCK_OF_THE_PROVIDER.set(clock.instant());
        return comesBack(visitor.open("/login/oidc" + query));
    }

    String comesBack(HttpResponse<String> leaving) {
        return Visitor.leadsTo(visitor.open(back(leaving)));
    }

    /** What the provider sends the browser back to. */
    static String back(HttpResponse<String> leaving) {
        String there = leaving.headers().firstValue("Location").orElseThrow();
        assertThat(there).startsWith(PROVIDER.url() + "/authorize?");
        URI back = URI.create(PROVIDER.signsIn(there));
        return back.getRawPath() + "?" + back.getRawQuery();
    }

    void again() {
        visitor.close();
        visitor = new Visitor(port);
    }

    String code(String code) {
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

    Phone on(AgentId agent) {
        Enrolment enrolment = second.begin(agent);
        Phone phone = new Phone(enrolment.secret(), clock);
        second.confirm(agent, enrolment, phone.code());
        clock.advance(Duration.ofSeconds(30));
        return phone;
    }

    List<@Nullable String> audited() {
        return database.queryForList(
                "select action || ' ' || coalesce(detail, '') from audit_entry"
                        + " where action in ('SIGNED_IN', 'SIGN_IN_REFUSED') or action like 'IDENTITY%' order by id",
                String.class);
    }
}
