package app.parley.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.parley.Given;
import app.parley.MutableClock;
import app.parley.ParleyTest;
import app.parley.SignedWebhook;
import app.parley.conversations.ConversationRow;
import app.parley.conversations.Filter;
import app.parley.journal.Journal;
import app.parley.journal.JournalRow;
import app.parley.journal.JournalState;
import app.parley.team.AgentId;
import app.parley.team.SignedIn;
import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.router.RouteNotFoundError;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

@ParleyTest
@ViewPackages(classes = JournalView.class)
class JournalViewTest extends SpringBrowserlessTest {

    @Autowired
    Given given;

    @Autowired
    Journal journal;

    AgentId carla;

    record Me(AgentId agentId) implements SignedIn {}

    @BeforeEach
    void carlaWorksHere() {
        carla = given.admin("Carla");
        signIn("ROLE_ADMIN", "ROLE_AGENT");
    }

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void anAdminSeesWhyAMessageDidNotArriveAndItArrivesOnceTheNumberIsKnown() {
        arrive(SignedWebhook.text(
                Given.ACCOUNT, Given.CATERING, Given.MARTA, "Marta Gil", "wamid.1", MutableClock.START, "Hello"));
        arrive("not JSON");
        awaitWaiting(2);

        open(JournalState.UNASSIGNED);
        assertThat(rows())
                .singleElement()
                .asString()
                .contains(
                        "For a number that is not yours",
                        "The number with the id " + Given.CATERING + " is not one of ours.",
                        Given.ACCOUNT);
        open(JournalState.QUARANTINED);
        assertThat(rows()).singleElement().asString().contains("Set aside", "The body is not JSON.", "8 bytes");

        given.number(Given.CATERING);

        await().untilAsserted(() -> assertThat(given.list(carla, Filter.ALL))
                .extracting(ConversationRow::customerName)
                .containsExactly("Marta Gil"));
        open(JournalState.UNASSIGNED);
        assertThat(rows()).isEmpty();
        open(JournalState.PROCESSED);
        assertThat(rows()).singleElement().asString().contains("Processed").doesNotContain("Replay");
    }

    @Test
    void allOfATabAreReplayedTogether() {
        arrive("not JSON");
        arrive("[]");
        awaitWaiting(2);
        open(JournalState.QUARANTINED);
        test(find(Button.class).withText("Replay all").single()).click();

        await().untilAsserted(() -> assertThat(waiting()).hasSize(2).allMatch(row -> row.attempts() == 2));
    }

    @Test
    void oneRowIsReplayedAndIsBackWithItsReasonWhenItFailsAgain() {
        arrive("not JSON");
        awaitWaiting(1);
        open(JournalState.QUARANTINED);
        test(find(Button.class).withText("Replay").single()).click();

        awaitWaiting(1);
        open(JournalState.QUARANTINED);
        assertThat(rows()).singleElement().asString().contains("The body is not JSON.");
    }

    @Test
    void theBodyIsShownAsTextLaidOutToBeRead() {
        arrive("{\"object\":\"page\",\"price\":1.10,\"name\":\"<img src=x onerror=alert(1)>\"}");
        awaitWaiting(1);
        open(JournalState.QUARANTINED);
        test(find(Button.class).withText("Show").single()).click();

        assertThat(find(Pre.class).single().getText())
                .contains("\"price\" : 1.10,\n", "\"name\" : \"<img src=x onerror=alert(1)>\"");
    }

    @Test
    void whatNobodyNeedsIsDeletedOnceTheAdminIsSure() {
        arrive("not JSON");
        awaitWaiting(1);
        open(JournalState.QUARANTINED);
        test(find(Button.class).withText("Delete").single()).click();
        assertThat(waiting()).hasSize(1);
        test(find(ConfirmDialog.class).single()).confirm();

        assertThat(waiting()).isEmpty();
        assertThat(rows()).isEmpty();
    }

    @Test
    void withoutATabChosenThePageOpensWhereAnAdminIsNeeded() {
        navigate(JournalView.class);
        assertThat(selectedTab()).contains("Processed");
        arrive("not JSON");
        awaitWaiting(1);
        navigate(JournalView.class);
        assertThat(selectedTab()).contains("Quarantined", "1");
    }

    @Test
    void olderRowsAreShownOnRequestFiftyAtATime() {
        for (int i = 0; i < 60; i++) {
            arrive("not JSON " + i);
        }
        awaitWaiting(60);
        open(JournalState.QUARANTINED);
        assertThat(rows()).hasSize(50);
        test(find(Button.class).withText("Show older ones").single()).click();
        assertThat(rows()).hasSize(60);
        assertThat(find(Button.class).withText("Show older ones").exists()).isFalse();
    }

    @Test
    void whenNothingWaitsThePageSaysSoAndOffersNoButton() {
        open(JournalState.QUARANTINED);
        assertThat(find(Paragraph.class).withText("Nothing is set aside.").exists())
                .isTrue();
        assertThat(find(Button.class).all()).isEmpty();
    }

    @Test
    void forAnAgentThereIsNoSuchPage() {
        signIn("ROLE_AGENT");
        navigate("journal", RouteNotFoundError.class);
        assertThat(UI.getCurrent().getInternals().getActiveRouterTargetsChain())
                .noneMatch(JournalView.class::isInstance);
    }

    private void signIn(String... roles) {
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken(new Me(carla), "", roles));
    }

    private void arrive(String body) {
        journal.keep(body.getBytes(StandardCharsets.UTF_8), Set.of(Given.ACCOUNT))
                .join();
    }

    private void awaitWaiting(int count) {
        await().untilAsserted(() -> assertThat(waiting()).hasSize(count));
    }

    private List<JournalRow> waiting() {
        return journal.inStates(Set.of(JournalState.UNASSIGNED, JournalState.QUARANTINED), 100);
    }

    private void open(JournalState state) {
        UI.getCurrent().navigate(JournalView.class, JournalView.parameters(state));
    }

    private String selectedTab() {
        return find(JournalTabs.class).single().getSelectedTab().getElement().getTextRecursively();
    }

    /** Each row as a person reads it, cell after cell. */
    private List<String> rows() {
        return find(NativeTableBody.class).all().stream()
                .flatMap(body -> find(NativeTableRow.class, body).all().stream())
                .map(row -> row.getElement().getTextRecursively())
                .toList();
    }
}
