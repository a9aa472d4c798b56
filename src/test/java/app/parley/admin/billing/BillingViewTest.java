package app.parley.admin.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.parley.Given;
import app.parley.MutableClock;
import app.parley.ParleyTest;
import app.parley.conversations.ConversationId;
import app.parley.conversations.Conversations;
import app.parley.conversations.Deliveries;
import app.parley.numbers.NumberId;
import app.parley.team.AgentId;
import app.parley.team.Language;
import app.parley.team.SignedIn;
import app.parley.team.Team;
import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouteNotFoundError;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;

@ParleyTest
@ViewPackages(classes = BillingView.class)
class BillingViewTest extends SpringBrowserlessTest {

    @Autowired
    Given given;

    @Autowired
    Conversations conversations;

    @Autowired
    Deliveries deliveries;

    @Autowired
    MutableClock clock;

    @Autowired
    Team team;

    AgentId carla = new AgentId(0);
    NumberId bakery;

    @BeforeEach
    void carlaIsAdmin() {
        carla = given.admin("Carla");
        signIn(carla, "ROLE_ADMIN", "ROLE_AGENT", "ROLE_BILLING");
        bakery = given.pausedNumber(Given.BAKERY);
    }

    private record Me(AgentId agentId) implements SignedIn {}

    private static void signIn(AgentId agent, String... roles) {
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken(new Me(agent), "", roles));
    }

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
    }

    /** Three messages of Marta's, one reply of Ben's, one of another customer's to the other number. */
    private void somethingHappened() {
        ConversationId marta = given.writes(bakery, Given.MARTA, "Are you open?");
        given.writes(bakery, Given.MARTA, "Hello?");
        given.writes(bakery, Given.MARTA, "Anybody?");
        deliveries.accepted(conversations.reply(given.agent("Ben"), marta, "Yes.", "key"), "wamid.reply");
        given.statuses(
                bakery,
                "{\"id\":\"wamid.reply\",\"status\":\"sent\",\"timestamp\":\"%d\"}"
                        .formatted(clock.instant().getEpochSecond()));
        given.writes(given.number(Given.CATERING), "4915112345678", "Guten Tag");
    }

    @Test
    void anAdminSeesWhatTheMonthCostToTheLastDigit() {
        somethingHappened();
        open("");
        soon(() -> {
            assertThat(tiles().get(0)).contains("Session messages", "5", "4 in · 1 out", "None in Oct 1 – Oct 23");
            assertThat(tiles().get(1)).contains("Session fees", "$0.025", "$0.005 each way");
            assertThat(tiles().get(2)).contains("Meta’s charges", "$0.00", "None so far");
            assertThat(tiles().get(3)).contains("Projected session fees");
            assertThat(rows()).hasSize(3);
            assertThat(rows().get(0)).contains("Number " + Given.BAKERY, "131", "$0.020");
            assertThat(rows().get(1)).contains("Number " + Given.CATERING, "110", "$0.005");
            assertThat(rows().get(2)).contains("Total", "241", "$0.025");
        });
    }

    @Test
    void moneyAndDaysAreWrittenAsInTheLanguageOneHasChosen() {
        somethingHappened();
        team.changeLanguage(carla, Language.PORTUGUESE);
        SecurityContext carlas = SecurityContextHolder.getContext();
        cleanVaadinEnvironment();
        SecurityContextHolder.setContext(carlas);
        initVaadinEnvironment();
        open("from=2026-11-22&to=2026-11-23&by=day");
        soon(() -> {
            assertThat(tiles().get(1)).contains("Tarifas de sessão", "US$\u00a00,025");
            assertThat(rows().get(1)).contains("seg., 23 de nov. de 2026", "0,025");
        });
    }

    @Test
    void theAddressSaysWhatIsShown() {
        somethingHappened();
        open("month=2026-11&by=agent&number=" + Given.BAKERY);
        soon(() -> {
            assertThat(rows()).hasSize(3);
            assertThat(rows().get(0)).contains("Ben", "$0.005");
            assertThat(rows().get(1)).contains("No agent", "$0.015");
            assertThat(rows().get(2)).contains("Total", "$0.020");
        });
        open("by=customer");
        soon(() -> assertThat(rows()).hasSize(3).first().asString().contains(Given.MARTA, "$0.020"));
        open("from=2026-11-22&to=2026-11-23&by=day");
        soon(() -> {
            assertThat(rows()).hasSize(3);
            assertThat(rows().get(0)).contains("Sun, Nov 22, 2026", "$0.000");
            assertThat(rows().get(1)).contains("Mon, Nov 23, 2026", "$0.025");
        });
    }

    @Test
    void daysThatHaveNotComeAreNotListed() {
        somethingHappened();
        open("by=day");
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.systemDefault());
        soon(() -> assertThat(rows()).hasSize(today.getDayOfMonth() + 1));
    }

    @Test
    void aMonthWithoutMessagesSaysSo() {
        open("month=2025-02");
        soon(() -> assertThat(page()).contains("Nothing was charged in this period", "Only of a month that runs"));
    }

    @Test
    void aPeriodThatEndsBeforeItBeginsIsRefusedInWords() {
        somethingHappened();
        open("from=2026-11-23&to=2026-11-22");
        assertThat(page()).contains("This period ends before it begins.");
        assertThat(find(ReportTable.class).all()).isEmpty();
        open("from=1990-01-01&to=2026-11-22");
        assertThat(page()).contains("This period is too long for one page.");
    }

    @Test
    void whatTheAddressCannotMeanIsAsIfAbsent() {
        somethingHappened();
        open("month=2026-13&from=x&to=2026-11-22&number=1&by=moon");
        soon(() -> assertThat(rows()).hasSize(3).last().asString().contains("$0.025"));
    }

    @Test
    void aLineLeadsToItsMessagesAndSessions() {
        somethingHappened();
        open("");
        soon(() -> assertThat(rows()).hasSize(3));
        test(find(NativeButton.class).withClassName("line-name").all().getFirst())
                .click();
        assertThat(find(LineDialog.class).single().getHeaderTitle())
                .contains("Number " + Given.BAKERY, "November 2026");
        List<String> messages = rowsOf(find(MessageTable.class).single());
        assertThat(messages).hasSize(4);
        assertThat(messages)
                .filteredOn(row -> row.contains("Outbound"))
                .singleElement()
                .asString()
                .contains("Ben", "$0.005");
        find(TabSheet.class).single().setSelectedIndex(1);
        assertThat(rowsOf(find(SessionTable.class).single()))
                .singleElement()
                .asString()
                .contains("Open", "31$0.02");
    }

    @Test
    void theLedgerIsCheckedOnRequest() {
        somethingHappened();
        open("");
        test(find(Button.class).withText("Check the ledger").single()).click();
        soon(() -> assertThat(page()).contains("The ledger agrees with the messages: 5 messages and 5 entries"));
    }

    @Test
    void forAnAgentThereIsNoSuchPage() {
        signIn(given.agent("Ben"), "ROLE_AGENT");
        navigate("billing", RouteNotFoundError.class);
        assertThat(UI.getCurrent().getInternals().getActiveRouterTargetsChain())
                .noneMatch(BillingView.class::isInstance);
    }

    private static void open(String query) {
        UI.getCurrent().navigate(BillingView.class, QueryParameters.fromString(query));
    }

    private List<String> tiles() {
        return find(Tile.class).all().stream()
                .map(tile -> tile.getElement().getTextRecursively())
                .toList();
    }

    private String page() {
        return find(BillingView.class).single().getElement().getTextRecursively();
    }

    /** Each line of the table as a person reads it, the head left out. */
    private List<String> rows() {
        return rowsOf(find(ReportTable.class).single());
    }

    private List<String> rowsOf(Component table) {
        return find(NativeTableRow.class, table).all().stream()
                .skip(1)
                .map(row -> row.getElement().getTextRecursively())
                .toList();
    }

    /** What is read away from the page arrives by push; the test plays the browser that waits for it. */
    private static void soon(ThrowingRunnable assertion) {
        await().pollInSameThread()
                .ignoreExceptions()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> {
                    roundTrip();
                    assertion.run();
                });
    }
}
