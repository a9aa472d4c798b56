package app.parley.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.parley.CountingQueries;
import app.parley.MutableClock;
import app.parley.ParleyTest;
import app.parley.SignedWebhook;
import app.parley.cloudapi.Webhook;
import app.parley.conversations.ConversationId;
import app.parley.conversations.Conversations;
import app.parley.conversations.InboxQueries;
import app.parley.conversations.Receiving;
import app.parley.inbox.chat.ChatPanel;
import app.parley.live.Typing;
import app.parley.numbers.Membership;
import app.parley.numbers.NumberAccess.Access;
import app.parley.numbers.NumberId;
import app.parley.numbers.Numbers;
import app.parley.team.AgentId;
import app.parley.team.Language;
import app.parley.team.Role;
import app.parley.team.SignedIn;
import app.parley.team.Team;
import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import com.vaadin.flow.router.QueryParameters;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an agent sees and does in the list of conversations. */
@ParleyTest
class ListTest extends SpringBrowserlessTest {

    private static final String ACCOUNT = "waba-1";
    private static final String BAKERY = "1001";
    private static final String CATERING = "1002";

    @Autowired
    Team team;

    @Autowired
    Numbers numbers;

    @Autowired
    Membership membership;

    @Autowired
    Receiving receiving;

    @Autowired
    Conversations conversations;

    @Autowired
    InboxQueries queries;

    @Autowired
    Typing typing;

    @Autowired
    MutableClock clock;

    @Autowired
    JdbcTemplate database;

    private AgentId carla = new AgentId(0);
    private int messages;

    /** Two numbers, three customers, and Carla, who is signed in before her browser is there. */
    @Override
    @BeforeEach
    protected void initVaadinEnvironment() {
        carla = Objects.requireNonNull(team.create("Carla Rey", "carla@bonita.example", "demo-carla", Role.ADMIN)
                .id());
        numbers.keep(ACCOUNT, BAKERY, "+1 555 010 4477", "Panaderia Bonita");
        numbers.keep(ACCOUNT, CATERING, "+1 555 010 4478", "Bonita Catering");
        writes("Marta", "Good morning");
        writes("Jonas", "Hello");
        writes("Priya", "Is there cake?");
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        new Carla(carla), "", AuthorityUtils.createAuthorityList("ROLE_ADMIN")));
        super.initVaadinEnvironment();
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void theNewestConversationComesFirstAndSaysThatItIsUnread() {
        opensTheInbox("");
        assertThat(rows()).containsExactly("Priya", "Jonas", "Marta");
        assertThat(row("Priya").getAttribute("label")).isEqualTo("Priya, 1 unread, Is there cake?, Panaderia Bonita");
        assertThat(row("Priya").getAttribute("role")).isEqualTo("listitem");
        assertThat(switcher()).isEqualTo("Number: All numbers, 3 unread");
    }

    @Test
    void anAgentWhoChoseSpanishReadsTheListInSpanish() {
        team.changeLanguage(carla, Language.SPANISH);
        opensANewTab();
        opensTheInbox("");
        assertThat(row("Priya").getAttribute("label")).isEqualTo("Priya, 1 sin leer, Is there cake?, Panaderia Bonita");
        assertThat(switcher()).isEqualTo("Número: Todos los números, 3 sin leer");
    }

    private void opensANewTab() {
        SecurityContext carlas = SecurityContextHolder.getContext();
        cleanVaadinEnvironment();
        SecurityContextHolder.setContext(carlas);
        super.initVaadinEnvironment();
    }

    @Test
    void aCustomerWritesAndTheirRowMovesUpAsItIs() {
        opensTheInbox("");
        Element marta = row("Marta");
        writes("Marta", "Are you there?");
        soon(() -> assertThat(rows()).containsExactly("Marta", "Priya", "Jonas"));
        assertThat(row("Marta")).isEqualTo(marta);
        assertThat(marta.getAttribute("preview")).isEqualTo("Are you there?");
        assertThat(switcher()).isEqualTo("Number: All numbers, 4 unread");
    }

    @Test
    void aNewCustomerAppearsAtTheTop() {
        opensTheInbox("");
        writes("Sofia", "First words");
        soon(() -> assertThat(rows()).containsExactly("Sofia", "Priya", "Jonas", "Marta"));
    }

    @Test
    void theRowSaysWhoIsTyping() {
        opensTheInbox("");
        var ben = new Typing.Typist(new AgentId(carla.value() + 1), "Ben", "his tab");
        typing.typing(ben, queriedId("Jonas"));
        soon(() -> assertThat(row("Jonas").getAttribute("typing")).isEqualTo("Ben is typing…"));
        typing.stopped(ben);
        soon(() -> assertThat(row("Jonas").hasAttribute("typing")).isFalse());
    }

    @Test
    void archivesTwoSelectedConversationsAndTakesItBack() {
        opensTheInbox("");
        picks("Marta", "Priya");
        assertThat(find(SelectionBar.class).single().isVisible()).isTrue();
        archivesWhatIsSelected();
        soon(() -> assertThat(rows()).containsExactly("Jonas"));
        assertThat(find(SelectionBar.class).all()).isEmpty();

        test(find(Button.class).withText("Undo").single()).click();
        soon(() -> assertThat(rows()).containsExactly("Priya", "Jonas", "Marta"));
        assertThat(row("Marta").hasAttribute("unread")).isTrue();
    }

    @Test
    void archivingAllThatIsReadBringsTheRest() {
        opensTheInbox("filter=archived");
        soon(() -> assertThat(rows()).isEmpty());
        customersWrite(0, ListWindow.PAGE);
        opensTheInbox("");
        soon(() -> assertThat(rows()).hasSize(ListWindow.PAGE).doesNotContain("Priya", "Jonas", "Marta"));
        picks(rows().toArray(String[]::new));
        archivesWhatIsSelected();
        soon(() -> assertThat(rows()).containsExactly("Priya", "Jonas", "Marta"));
        assertThat(list().getElement().hasAttribute("aria-busy")).isFalse();
    }

    @Test
    void aSessionThatIsOverCountsDownNoMoreAndWaitsForNobody() {
        opensTheInbox("order=expiring");
        assertThat(rows()).containsExactly("Marta", "Jonas", "Priya");
        clock.advance(Duration.ofHours(24).minusMinutes(3));
        writes("Sofia", "First words");
        soon(() -> assertThat(rows()).containsExactly("Jonas", "Priya", "Sofia"));
    }

    @Test
    void whoIsBlockedWaitsForNobodyAndTheRowSaysSo() {
        database.update(
                "update conversation set blocked_at = last_at where id = ?",
                queriedId("Marta").value());
        opensTheInbox("number=" + BAKERY);
        soon(() -> assertThat(row("Marta").hasAttribute("blocked")).isTrue());
        assertThat(row("Marta").hasAttribute("ends")).isFalse();
        assertThat(row("Jonas").hasAttribute("blocked")).isFalse();

        opensTheInbox("order=expiring");
        soon(() -> assertThat(rows()).containsExactly("Jonas", "Priya"));
        writes("Marta", "Hello?");
        writes("Sofia", "First words");
        soon(() -> assertThat(rows()).containsExactly("Jonas", "Priya", "Sofia"));
    }

    @Test
    void aReplyOfWhichNothingIsKnownIsMarkedApartFromOneThatWaits() {
        lastMessageOf("Marta", "set direction = 'OUTBOUND', state = 'UNKNOWN'");
        lastMessageOf("Jonas", "set direction = 'OUTBOUND', state = 'QUEUED'");
        opensTheInbox("number=" + BAKERY);
        soon(() -> assertThat(row("Marta").getAttribute("tick")).isEqualTo("unknown"));
        assertThat(row("Marta").getAttribute("label")).contains(", unknown whether it was sent");
        assertThat(row("Jonas").getAttribute("tick")).isEqualTo("waiting");
        assertThat(row("Jonas").getAttribute("label")).doesNotContain("unknown");
    }

    @Test
    void aDocumentIsCalledByItsName() {
        lastMessageOf("Marta", "set kind = 'DOCUMENT', text = null");
        database.update(
                "insert into attachment (message_id, state, file_name)"
                        + " select last_message_id, 'GONE', 'menu-catering.pdf' from conversation where id = ?",
                queriedId("Marta").value());
        opensTheInbox("number=" + BAKERY);
        soon(() -> assertThat(row("Marta").getAttribute("preview")).isEqualTo("📄 menu-catering.pdf"));
    }

    @Test
    void aRowSaysWhichNumberItBelongsToWhereThatMayBeEither() {
        opensTheInbox("");
        assertThat(row("Marta").getAttribute("number")).isEqualTo("Panaderia Bonita");
        opensTheInbox("number=" + BAKERY);
        soon(() -> assertThat(row("Marta").hasAttribute("number")).isFalse());
        opensTheInbox("");
        soon(() -> assertThat(row("Marta").hasAttribute("number")).isTrue());
        numbers.enable(numbers.byPhoneNumberId(CATERING).orElseThrow().id(), false);
        soon(() -> assertThat(row("Marta").hasAttribute("number")).isFalse());
    }

    /** Before the inbox is opened at another slice than the one a new tab begins with. */
    private void lastMessageOf(String name, String change) {
        database.update(
                "update message " + change + " where id = (select last_message_id from conversation where id = ?)",
                queriedId(name).value());
    }

    @Test
    void undoIsVoidOnceTheCustomerHasWrittenAndSaysSo() {
        opensTheInbox("");
        picks("Marta");
        archivesWhatIsSelected();
        writes("Marta", "One more thing");
        soon(() -> assertThat(rows()).startsWith("Marta"));

        test(find(Button.class).withText("Undo").single()).click();
        assertThat(find(UndoToast.class).single().getElement().getTextRecursively())
                .contains("Too late to undo: the customer has written again");
    }

    @Test
    void archivingTheOpenConversationOpensTheNext() {
        opensTheInbox("conversation=" + queriedId("Jonas").value());
        soon(() -> assertThat(open()).isEqualTo("Jonas"));
        picks("Jonas");
        archivesWhatIsSelected();
        soon(() -> assertThat(open()).isEqualTo("Marta"));
    }

    @Test
    void aConversationThatDoesNotExistForTheAgentIsIgnored() {
        opensTheInbox("conversation=987654&number=nobody");
        assertThat(rows()).hasSize(3);
        assertThat(open()).isEqualTo("nobody");
    }

    @Test
    void choosesANumberAndSeesItsConversationsOnly() {
        opensTheInbox("number=" + CATERING);
        assertThat(rows()).isEmpty();
        assertThat(switcher()).isEqualTo("Number: Bonita Catering, 0 unread");
        assertThat(find(EmptyState.class).single().getElement().getTextRecursively())
                .contains("No conversations yet");
    }

    @Test
    void aNumberThatIsHiddenLeavesTheOpenInboxWithItsChatAndComesBack() {
        opensTheInbox("conversation=" + queriedId("Jonas").value());
        soon(() -> assertThat(open()).isEqualTo("Jonas"));
        Element marta = row("Marta");
        numbers.enable(bakery(), false);
        soon(() -> assertThat(rows()).isEmpty());
        soon(() -> assertThat(find(ChatPanel.class).single().conversation()).isEmpty());
        assertThat(switcher()).isEqualTo("Number: All numbers, 0 unread");

        numbers.enable(bakery(), true);
        soon(() -> assertThat(rows()).containsExactly("Priya", "Jonas", "Marta"));
        assertThat(row("Marta")).isNotEqualTo(marta);
        assertThat(switcher()).isEqualTo("Number: All numbers, 3 unread");
    }

    @Test
    void whoHadTheHiddenNumberChosenSeesAllTheOthers() {
        opensTheInbox("number=" + BAKERY);
        assertThat(switcher()).isEqualTo("Number: Panaderia Bonita, 3 unread");
        numbers.enable(bakery(), false);
        soon(() -> assertThat(switcher()).isEqualTo("Number: All numbers, 0 unread"));
        soon(() -> assertThat(rows()).isEmpty());
    }

    @Test
    void anAgentWhoLosesANumberLosesItInTheInboxTheyHaveOpen() {
        opensTheInbox("conversation=" + queriedId("Jonas").value());
        soon(() -> assertThat(open()).isEqualTo("Jonas"));
        NumberId catering = numbers.byPhoneNumberId(CATERING).orElseThrow().id();
        AgentId rosa = Objects.requireNonNull(team.create("Rosa", "rosa@bonita.example", "demo-rosa", Role.ADMIN)
                .id());
        var seen = membership.of(rosa, carla);
        membership.change(
                rosa, carla, seen, new Membership.Settled(seen.profile(), new Access(false, Set.of(catering))));
        soon(() -> assertThat(rows()).isEmpty());
        soon(() -> assertThat(find(ChatPanel.class).single().conversation()).isEmpty());
        assertThat(switcher()).isEqualTo("Number: All numbers, 0 unread");
    }

    private NumberId bakery() {
        return numbers.byPhoneNumberId(BAKERY).orElseThrow().id();
    }

    @Test
    void inUnreadTheOpenConversationStaysWhenItHasBeenSeen() {
        opensTheInbox("filter=unread&conversation=" + queriedId("Jonas").value());
        soon(() -> assertThat(open()).isEqualTo("Jonas"));
        List.of("Jonas", "Marta").forEach(this::isSeen);
        soon(() -> assertThat(rows()).containsExactly("Priya", "Jonas"));
        assertThat(row("Jonas").hasAttribute("unread")).isFalse();

        fire("row-open", String.valueOf(queriedId("Priya").value()));
        soon(() -> assertThat(rows()).containsExactly("Priya"));
        assertThat(find(Tab.class).withTextContaining("Unread").exists()).isTrue();
    }

    @Test
    void theListTakesTheSameNumberOfQueriesWithTenOrAThousandConversations() {
        customersWrite(0, 10);
        int few = queriesOfTheList();
        customersWrite(10, 1000);
        assertThat(queriesOfTheList()).isEqualTo(few).isEqualTo(2);
    }

    private void customersWrite(int from, int to) {
        for (int i = from; i < to; i++) {
            writes("Customer" + i, "Hello");
        }
    }

    private int queriesOfTheList() {
        return CountingQueries.during(() -> InboxPage.read(queries, carla, InboxAddress.of(QueryParameters.empty())));
    }

    private void opensTheInbox(String query) {
        UI.getCurrent().navigate("", QueryParameters.fromString(query));
        soon(() -> assertThat(list().getElement().getAttribute("answers")).isNotNull());
        roundTrip();
    }

    private void writes(String name, String text) {
        clock.advance(Duration.ofMinutes(1));
        messages++;
        String wire = SignedWebhook.text(
                ACCOUNT,
                BAKERY,
                "34" + Integer.toUnsignedString(name.hashCode()),
                name,
                "wamid." + messages,
                clock.instant(),
                text);
        var inbound = Webhook.parse(wire.getBytes(StandardCharsets.UTF_8))
                .changes()
                .getFirst()
                .messages()
                .getFirst();
        receiving.receive(numbers.byPhoneNumberId(BAKERY).orElseThrow().id(), inbound, clock.instant());
    }

    private void isSeen(String name) {
        var conversation = queriedId(name);
        var shown = queries.open(carla, conversation, 10).messages();
        conversations.seen(
                carla, conversation, shown.stream().map(message -> message.id()).toList());
    }

    private void picks(String... names) {
        List<Long> ids =
                List.of(names).stream().map(name -> queriedId(name).value()).toList();
        fire("rows-pick", "{\"rows\":" + ids + ",\"on\":true}");
    }

    private void archivesWhatIsSelected() {
        test(find(Button.class, find(SelectionBar.class).single())
                        .withText("Archive")
                        .single())
                .click();
    }

    /** As the browser's part of the list reports it. */
    private void fire(String event, String detail) {
        JsonNode data = JsonMapper.shared().readTree("{\"event.detail\":" + detail + "}");
        Element element = list().getElement();
        element.getNode().getFeature(ElementListenerMap.class).fireEvent(new DomEvent(element, event, data));
    }

    private ConversationId queriedId(String name) {
        return InboxPage.read(queries, carla, InboxAddress.of(QueryParameters.empty())).rows().stream()
                .filter(row -> row.customerName().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private ConversationList list() {
        return find(ConversationList.class).single();
    }

    private List<String> rows() {
        return list().getElement()
                .getChildren()
                .map(row -> row.getAttribute("name"))
                .toList();
    }

    private Element row(String name) {
        return list().getElement()
                .getChildren()
                .filter(row -> name.equals(row.getAttribute("name")))
                .findFirst()
                .orElseThrow();
    }

    /** Whose conversation stands in the chat, and is marked in the list. */
    private String open() {
        var shown = find(ChatPanel.class).single().conversation();
        return list().getElement()
                .getChildren()
                .filter(row -> "true".equals(row.getAttribute("aria-current")))
                .filter(row -> shown.map(id -> String.valueOf(id.value()))
                        .filter(row.getAttribute("row")::equals)
                        .isPresent())
                .map(row -> row.getAttribute("name"))
                .findFirst()
                .orElse("nobody");
    }

    private String switcher() {
        return find(NativeButton.class, find(NumberSwitcher.class).single()).all().stream()
                .flatMap(button -> button.getAriaLabel().stream())
                .findFirst()
                .orElseThrow();
    }

    /** What others do arrives by push; the test plays the browser that waits for it. */
    private static void soon(ThrowingRunnable assertion) {
        await().pollInSameThread().atMost(Duration.ofSeconds(5)).untilAsserted(() -> {
            roundTrip();
            assertion.run();
        });
    }

    private record Carla(AgentId agentId) implements SignedIn {}
}
