package app.parley.inbox.chat;

import static org.assertj.core.api.Assertions.assertThat;

import app.parley.CountingQueries;
import app.parley.MutableClock;
import app.parley.ParleyTest;
import app.parley.conversations.ArchivingId;
import app.parley.conversations.Blocking;
import app.parley.conversations.ConversationId;
import app.parley.conversations.InboxQueries;
import app.parley.privacy.Erasures;
import app.parley.team.AgentId;
import app.parley.team.SignedIn;
import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.dom.Element;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Carla answers Marta, who wrote an hour ago. */
@ParleyTest
class ChatPanelTest extends SpringBrowserlessTest {

    private static final ArrayNode NO_FILES = JsonNodeFactory.instance.arrayNode();
    private static final ConversationId MARTA = new ConversationId(1);
    private static final ConversationId JONAS = new ConversationId(2);
    private static final Instant AN_HOUR_AGO = MutableClock.START.minus(Duration.ofHours(1));

    @Autowired
    JdbcTemplate database;

    @Autowired
    MutableClock clock;

    @Autowired
    ObjectProvider<ChatPanel> panels;

    @Autowired
    Blocking blocking;

    @Autowired
    Erasures erasures;

    @Autowired
    InboxQueries queries;

    private ChatPanel chat;

    @BeforeEach
    void carlaSitsDown() {
        database.update("insert into agent (id, email, name, password_hash, role)"
                + " values (1, 'carla@bonita.example', 'Carla Rey', '-', 'ADMIN')");
        database.update("insert into account (id, waba_id) values (1, 'waba')");
        database.update("insert into number (id, account_id, phone_number_id, display_phone, name)"
                + " values (1, 1, 'p1', '+1 555 010 4477', 'Bonita')");
        conversation(1, "Marta Gil");
        conversation(2, "Jonas Okafor");
        inbound(11, 1, "Could I pick it up at six instead?");
        inbound(21, 2, "Do you deliver?");
        SignedIn carla = () -> new AgentId(1);
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken(carla, "", "ROLE_ADMIN"));
        chat = panels.getObject();
        UI.getCurrent().add(chat);
    }

    @AfterEach
    void carlaGoesHome() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void landsOnTheFirstUnseenMessageUnderADivider() {
        chat.open(MARTA);
        assertThat(find(H1.class, chat).single().getText()).isEqualTo("Marta Gil");
        assertThat(lastBubble().getAttribute("text")).isEqualTo("Could I pick it up at six instead?");
        assertThat(lastBubble().getAttribute("divider")).isEqualTo("New");
    }

    @Test
    void aReplyStandsInTheChatAtOnceAndOnlyOnce() {
        chat.open(MARTA);
        assertThat(composer().send("1", "Six is perfect", "key", null, NO_FILES))
                .isNull();
        assertThat(composer().send("1", "Six is perfect", "key", null, NO_FILES))
                .isNull();
        assertThat(bubbles()).hasSize(2);
        assertThat(lastBubble().getAttribute("text")).isEqualTo("Six is perfect");
        assertThat(lastBubble().getAttribute("state")).isEqualTo("queued");
        assertThat(lastBubble().getAttribute("agent")).isEqualTo("Carla");
    }

    @Test
    void whatIsSeenLosesItsMarkAndTheDividerStays() {
        chat.open(MARTA);
        pane().seen("1", JsonNodeFactory.instance.arrayNode().add(11));
        chat.readAgain().run();
        assertThat(lastBubble().hasAttribute("unseen")).isFalse();
        assertThat(lastBubble().getAttribute("divider")).isEqualTo("New");
    }

    @Test
    void whatWasShownJustBeforeTheAgentMovedOnCountsAsSeen() {
        chat.open(MARTA);
        chat.open(JONAS);
        pane().seen("1", JsonNodeFactory.instance.arrayNode().add(11));
        assertThat(database.queryForList("select message_id from unseen", Long.class))
                .containsExactly(21L);
    }

    @Test
    void aMessageIsNotSeenThroughAnotherConversation() {
        chat.open(JONAS);
        pane().seen("2", JsonNodeFactory.instance.arrayNode().add(11));
        assertThat(database.queryForObject("select count(*) from unseen", Integer.class))
                .isEqualTo(2);
    }

    @Test
    void afterADayTheReplyIsRefusedAndTheBoxGivesWay() {
        chat.open(MARTA);
        composer().draft("1", "Six is");
        clock.advance(Duration.ofHours(23));
        assertThat(composer().send("1", "Six is perfect", "key", null, NO_FILES))
                .contains("24 hours");
        assertThat(composer().getElement().hasAttribute("locked")).isTrue();
        assertThat(find(LockNotice.class).single().getElement().getTextRecursively())
                .contains("Time expired.", "since Marta last wrote");
        chat.open(JONAS);
        chat.open(MARTA);
        assertThat(composer().getElement().getAttribute("draft")).isEqualTo("Six is");
    }

    @Test
    void archivingLocksTheReplyAndCanBeTakenBackByWhoeverListens() {
        List<ArchivingId> archived = new ArrayList<>();
        chat.onArchived(archived::addAll);
        chat.open(MARTA);
        find(Button.class).all().stream()
                .filter(button -> button.getText().equals("Archive"))
                .findFirst()
                .orElseThrow()
                .click();
        assertThat(archived).hasSize(1);
        assertThat(find(LockNotice.class).single().getElement().getTextRecursively())
                .contains("You can reply once Marta writes again.");
    }

    @Test
    void whatWasSentAgainSaysSoAndAsksForItNoMore() {
        inbound(12, 1, "Is anybody there?");
        database.update(
                "update message set direction = 'OUTBOUND', state = 'FAILED', error_code = 131000 where id = 12");
        chat.open(MARTA);
        assertThat(lastBubble().getAttribute("error")).contains("Try again later");
        inbound(13, 1, "Is anybody there?");
        database.update("update message set resent_as = 13 where id = 12");
        chat.readAgain().run();
        assertThat(bubbles().get(1).getAttribute("error")).isEqualTo("Not sent at first. It was sent again.");
        database.update("update message set state = 'UNKNOWN' where id = 12");
        chat.readAgain().run();
        assertThat(bubbles().get(1).getAttribute("error"))
                .isEqualTo("Not known whether this arrived. It was sent again.");
    }

    @Test
    void whomWhatsAppDoesNotBlockAnyMoreIsNotOfferedToBeBlocked() {
        ContextMenu menu = new ContextMenu();
        BlockTool tool = new BlockTool(blocking, new AgentId(1), clock);
        tool.addTo(menu);
        tool.show(queries.header(new AgentId(1), MARTA).orElseThrow());
        press(menu.getItems().getFirst());
        assertThat(dialog().getElement().getProperty("confirmText")).isEqualTo("Block");
        dialog().close();

        clock.advance(Duration.ofHours(23));
        press(menu.getItems().getFirst());
        assertThat(dialog().getElement().getProperty("header")).isEqualTo("Marta Gil cannot be blocked now");
        assertThat(dialog().getElement().getProperty("confirmText")).isEqualTo("Close");
    }

    @Test
    void erasingACustomerEndsWithAWord() {
        ContextMenu menu = new ContextMenu();
        new CustomerMenu(erasures, new AgentId(1), () -> Optional.of(MARTA), () -> {}).addTo(menu, () -> "Marta Gil");
        press(menu.getItems().getLast());
        ComponentUtil.fireEvent(dialog(), new ConfirmDialog.ConfirmEvent(dialog(), false));
        assertThat(test(find(Notification.class).single()).getText())
                .isEqualTo("Marta Gil is erased. What is left on the disk goes within minutes.");
    }

    private ConfirmDialog dialog() {
        return find(ConfirmDialog.class).single();
    }

    private static void press(MenuItem item) {
        ComponentUtil.fireEvent(item, new ClickEvent<>(item));
    }

    @Test
    void aLongConversationTakesNoMoreQueriesThanAShortOne() {
        chat.open(JONAS);
        int few = CountingQueries.during(() -> chat.open(MARTA));
        chat.open(JONAS);
        for (int i = 0; i < 300; i++) {
            inbound(100 + i, 1, "Message " + i);
        }
        assertThat(CountingQueries.during(() -> chat.open(MARTA))).isEqualTo(few);
    }

    private Composer composer() {
        return find(Composer.class).single();
    }

    private MessagePane pane() {
        return (MessagePane) chat.getElement()
                .getChildren()
                .filter(child -> child.getTag().equals("parley-messages"))
                .findFirst()
                .flatMap(Element::getComponent)
                .orElseThrow();
    }

    private List<Element> bubbles() {
        return pane().getElement().getChild(0).getChild(0).getChildren().toList();
    }

    private Element lastBubble() {
        return bubbles().getLast();
    }

    private void conversation(long id, String customer) {
        database.update("insert into customer (id, wa_id, name) values (?, ?, ?)", id, "wa" + id, customer);
        database.update(
                "insert into conversation (id, number_id, customer_id, last_at) values (?, 1, ?, ?)",
                id,
                id,
                Timestamp.from(AN_HOUR_AGO));
        database.update(
                "insert into session (id, conversation_id, number_id, opened_at, ends_at)"
                        + " select ?, id, number_id, ?, ? from conversation where id = ?",
                id,
                Timestamp.from(AN_HOUR_AGO),
                Timestamp.from(AN_HOUR_AGO.plus(Duration.ofDays(1))),
                id);
        database.update(
                "update conversation set session_id = ?, session_ends_at = ? where id = ?",
                id,
                Timestamp.from(AN_HOUR_AGO.plus(Duration.ofDays(1))),
                id);
    }

    private void inbound(long id, long conversation, String text) {
        Timestamp at = Timestamp.from(AN_HOUR_AGO.plusSeconds(id));
        database.update(
                "insert into message (id, conversation_id, number_id, session_id, direction, kind, at, received_at, text)"
                        + " values (?, ?, 1, ?, 'INBOUND', 'TEXT', ?, ?, ?)",
                id,
                conversation,
                conversation,
                at,
                at,
                text);
        database.update("insert into unseen (message_id, conversation_id, at) values (?, ?, ?)", id, conversation, at);
        database.update("update conversation set unseen = unseen + 1 where id = ?", conversation);
    }
}
