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
import app.parley.journal.JournalState;
import app.parley.team.AgentId;
import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
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

    @BeforeEach
    void carlaWorksHere() {
        carla = given.agent("Carla");
        signIn("ROLE_ADMIN", "ROLE_AGENT");
    }

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void anAdminSeesWhyAMessageDidNotArriveAndReplaysItOnceTheNumberIsKnown() {
        arrive(SignedWebhook.text(
                Given.ACCOUNT, Given.CATERING, Given.MARTA, "Marta Gil", "wamid.1", MutableClock.START, "Hello"));
        arrive("not JSON");
        awaitKept(2);

        navigate(JournalView.class);
        assertThat(rows()).hasSize(2);
        assertThat(rows().getLast())
                .contains(
                        "For a number that is not yours",
                        "The number with the id " + Given.CATERING + " is not one of ours.");
        assertThat(rows().getFirst()).contains("Set aside", "The body is not JSON.");

        // Known, but without the event that would have it processed by itself.
        given.number(Given.CATERING);
        test(find(Button.class).withText("Replay all").single()).click();

        await().untilAsserted(() -> assertThat(given.list(carla, Filter.ALL))
                .extracting(ConversationRow::customerName)
                .containsExactly("Marta Gil"));
        awaitKept(1);
        navigate(JournalView.class);
        assertThat(rows()).singleElement().asString().contains("Set aside");
    }

    @Test
    void oneRowIsReplayedAndIsBackWithItsReasonWhenItFailsAgain() {
        arrive("not JSON");
        awaitKept(1);
        navigate(JournalView.class);
        test(find(Button.class).withText("Replay").single()).click();

        awaitKept(1);
        navigate(JournalView.class);
        assertThat(rows()).singleElement().asString().contains("The body is not JSON.");
    }

    @Test
    void whenNothingWaitsThePageSaysSoAndOffersNoButton() {
        navigate(JournalView.class);
        assertThat(find(Paragraph.class)
                        .withText("Everything that came in has been processed.")
                        .exists())
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

    private static void signIn(String... roles) {
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken("somebody", "", roles));
    }

    private void arrive(String body) {
        journal.keep(body.getBytes(StandardCharsets.UTF_8), Set.of(Given.ACCOUNT))
                .join();
    }

    private void awaitKept(int count) {
        await().untilAsserted(() -> assertThat(
                        journal.inStates(Set.of(JournalState.UNASSIGNED, JournalState.QUARANTINED), 10))
                .hasSize(count));
    }

    /** Each row as a person reads it, cell after cell. */
    private List<String> rows() {
        return find(NativeTableBody.class).all().stream()
                .flatMap(body -> find(NativeTableRow.class, body).all().stream())
                .map(row -> row.getElement().getTextRecursively())
                .toList();
    }
}
