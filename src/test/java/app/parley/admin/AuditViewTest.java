package app.parley.admin;

import static org.assertj.core.api.Assertions.assertThat;

import app.parley.Given;
import app.parley.ParleyTest;
import app.parley.audit.AuditAction;
import app.parley.audit.AuditLog;
import app.parley.team.AgentId;
import app.parley.team.AuditFilter;
import app.parley.team.Profile;
import app.parley.team.Role;
import app.parley.team.SignedIn;
import app.parley.team.TeamAdministration;
import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouteNotFoundError;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.support.TransactionTemplate;

@ParleyTest
@ViewPackages(classes = AuditView.class)
class AuditViewTest extends SpringBrowserlessTest {

    @Autowired
    Given given;

    @Autowired
    TeamAdministration administration;

    @Autowired
    AuditCsv csv;

    @Autowired
    AuditLog audit;

    @Autowired
    TransactionTemplate transaction;

    AgentId carla;

    record Me(AgentId agentId) implements SignedIn {}

    @BeforeEach
    void carlaIsAdmin() {
        carla = given.admin("Carla");
        be(carla, "ROLE_ADMIN", "ROLE_AGENT");
    }

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void anAdminReadsWhoDidWhatTheNewestFirst() {
        AgentId ben = administration.invite(carla, "ben@bonita.example", new Profile("Ben Soler", Role.AGENT, false));
        administration.disable(carla, ben);
        navigate(AuditView.class);
        assertThat(rows().get(1)).contains("Carla", "Disabled", "Ben Soler (ben@bonita.example)");
        assertThat(rows().get(2)).contains("Carla", "Invited", "Ben Soler (ben@bonita.example)", "Agent");
        assertThat(rows().get(3)).contains("Parley", "Created", "Carla (carla@bonita.example)");
    }

    @Test
    void whatWasDoneIsSaidInWordsAndWhatHasNoKnownShapeStaysAsItIs() {
        write(AuditAction.CUSTOMER_BLOCKED, "8", null);
        write(AuditAction.NUMBER_CHANGED, "Bakery", "throughput 80");
        write(AuditAction.RATE_ADDED, null, "0.007 INBOUND from 2026-11-24");
        write(AuditAction.RATE_ADDED, null, "0.007 from 2026-11-23T23:00:00Z");
        write(AuditAction.LOGIN_ENDED, null, "0:0:0:0:0:0:0:1");
        navigate(AuditView.class);
        assertThat(rows().get(1)).contains("Ended a login::1");
        assertThat(rows().get(2)).contains("0.007 from 2026-11-23T23:00:00Z");
        assertThat(rows().get(3)).contains("0.007 inbound from Nov 24, 2026");
        assertThat(rows().get(4)).contains("Bakery", "At most 80 messages a second");
        assertThat(rows().get(5)).contains("Customer 8");
    }

    @Test
    void whoNeverGotInIsNobodyKnownAndWhatNobodyDidWasDoneByParley() {
        transaction.executeWithoutResult(status -> {
            audit.record(AuditAction.SIGN_IN_REFUSED, null, null, null);
            audit.record(AuditAction.SECRET_FORGOTTEN, null, "a token", null);
        });
        navigate(AuditView.class);
        assertThat(rows().get(1)).contains("Parley", "Forgot a secret");
        assertThat(rows().get(2)).contains("Nobody known", "Wrong login");
    }

    private void write(AuditAction action, @Nullable String subject, @Nullable String detail) {
        transaction.executeWithoutResult(status -> audit.record(action, carla.value(), subject, detail));
    }

    @Test
    void whatIsAskedForStandsInTheAddressAndInTheLinkToTheFile() {
        AgentId ben = administration.invite(carla, "ben@bonita.example", new Profile("Ben", Role.AGENT, false));
        administration.disable(carla, ben);
        ui().navigate(AuditView.class, QueryParameters.of("what", AuditAction.MEMBER_INVITED.name()));
        assertThat(rows()).hasSize(2).last().asString().contains("Invited");
        assertThat(find(Anchor.class).withText("Export CSV").single().getHref())
                .startsWith("audit/entries.csv?what=MEMBER_INVITED&zone=");
    }

    @Test
    void anAddressThatMakesNoSenseShowsEverything() {
        ui().navigate(AuditView.class, QueryParameters.fromString("who=nobody&what=LAUGHED&from=31-12&to=99999-01-01"));
        assertThat(rows()).hasSize(2);
    }

    @Test
    void manyAreShownPageByPage() {
        for (int n = 0; n < 60; n++) {
            administration.invite(carla, "ben" + n + "@bonita.example", new Profile("Ben " + n, Role.AGENT, false));
        }
        navigate(AuditView.class);
        assertThat(rows()).hasSize(51);
        test(find(Button.class).withText("Show older ones").single()).click();
        assertThat(rows()).hasSize(62);
    }

    @Test
    void theFileHoldsThemAllAndNoFormula() throws IOException {
        administration.invite(
                carla, "ben@bonita.example", new Profile("=HYPERLINK(\"http://evil.example\")", Role.AGENT, false));
        StringBuilder out = new StringBuilder();
        csv.write(carla, AuditFilter.ALL, ZoneOffset.UTC, out);
        assertThat(out.toString().lines().toList())
                .hasSize(3)
                .first()
                .asString()
                .endsWith("Time,Who,What,Subject,Detail,Address");
        assertThat(out).contains("Carla,MEMBER_INVITED,\"'=HYPERLINK(\"\"http://evil.example\"\") (ben@");
    }

    @Test
    void anAgentFindsNoSuchPage() {
        be(given.agent("Ben"), "ROLE_AGENT");
        assertThat(navigate("audit", RouteNotFoundError.class)).isNotNull();
    }

    private List<String> rows() {
        return find(NativeTableRow.class).all().stream()
                .map(row -> row.getElement().getTextRecursively())
                .toList();
    }

    private static UI ui() {
        return UI.getCurrent();
    }

    private static void be(AgentId agent, String... roles) {
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken(new Me(agent), "", roles));
    }
}
