package app.parley.inbox.chat;

import static app.parley.Given.BAKERY;
import static app.parley.Given.MARTA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.parley.Given;
import app.parley.ParleyTest;
import app.parley.conversations.ConversationId;
import app.parley.numbers.NumberId;
import app.parley.team.AgentId;
import app.parley.team.SignedIn;
import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.dom.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** Whatever Marta sends, Carla sees what it is. */
@ParleyTest
class EveryTypeTest extends SpringBrowserlessTest {

    @Autowired
    Given given;

    @Autowired
    JdbcTemplate database;

    @Autowired
    ObjectProvider<ChatPanel> panels;

    private NumberId bakery = new NumberId(0);
    private final List<ConversationId> opened = new ArrayList<>();

    @BeforeEach
    void carlaSitsDown() {
        bakery = given.number(BAKERY);
        AgentId carla = given.agent("Carla");
        SignedIn signedIn = () -> carla;
        SecurityContextHolder.getContext()
                .setAuthentication(new TestingAuthenticationToken(signedIn, "", "ROLE_AGENT"));
    }

    @AfterEach
    void carlaGoesHome() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void aPhotoComesWithItsCaption() {
        Element photo = only("image-with-caption");
        assertThat(photo.getAttribute("text")).isEqualTo("This one");
        assertThat(photo.getAttribute("media")).contains("\"as\":\"image\"", "\"state\":\"waiting\"", "Photo");
        assertThat(photo.hasAttribute("kind-label")).isFalse();
    }

    @Test
    void aFileThatIsAwaitedSaysHowItGoes() {
        assertThat(only("image-with-caption").getAttribute("media")).contains("Not here yet", "\"tryAgain\":true");
        database.update("update attachment set reason = 'NO_ROOM'");
        assertThat(shown().getFirst().getAttribute("media")).contains("there is no room left on our disk");
        database.update("update attachment set reason = null");
        assertThat(shown().getFirst().getAttribute("media")).contains("Loading…");
        database.update("update attachment set reason = 'FETCHING'");
        assertThat(shown().getFirst().getAttribute("media")).contains("Loading…");
    }

    @Test
    void whatIsGoneIsFetchedAgainWhenAsked() {
        Element photo = only("image-with-caption");
        database.update("update attachment set state = 'GONE', reason = 'EXPIRED', due_at = null");
        pane(open()).tryAgain(conversation(), Objects.requireNonNull(photo.getAttribute("message-id")));
        await().pollInSameThread()
                .untilAsserted(() ->
                        assertThat(shown().getFirst().getAttribute("media")).contains("\"state\":\"waiting\""));
    }

    @ParameterizedTest
    @CsvSource({
        "video-with-caption, video, Video",
        "audio-file, audio, Audio",
        "voice-note, voice, Voice message",
        "voice-as-on-premises, voice, Voice message",
        "document-with-caption, document, Rechnung März.pdf",
        "document-without-name, document, Document",
        "sticker-animated, sticker, Sticker"
    })
    void aFileSaysWhatItIs(String webhook, String as, String name) {
        assertThat(only(webhook).getAttribute("media")).contains("\"as\":\"" + as + "\"", "\"name\":\"" + name + "\"");
    }

    @Test
    void aFileThatWhatsAppCouldNotFetchSaysWhy() {
        assertThat(only("image-that-whatsapp-could-not-fetch").getAttribute("media"))
                .contains("\"state\":\"gone\"", "larger than 100 MB");
    }

    @Test
    void aFilesNameIsHarmlessAndItsTypeIsTheOneThatWouldOpenIt() {
        assertThat(only("document-with-hostile-name").getAttribute("media"))
                .contains("menufdp.exe", "\"badge\":\"EXE\"")
                .doesNotContain("\u202E");
    }

    @Test
    void aPictureThatIsNoneIsAFileToDownload() {
        only("image-with-caption");
        database.update("update attachment set state = 'KEPT', content_type = 'text/html', size = 118000");
        assertThat(shown().getFirst().getAttribute("media")).contains("\"as\":\"document\"", "118 kB");
    }

    @Test
    void aKeptPictureKnowsItsSize() {
        only("image-with-caption");
        database.update("update attachment set state = 'KEPT', content_type = 'image/jpeg', size = 1340000,"
                + " width = 800, height = 600, thumbnail = true");
        assertThat(shown().getFirst().getAttribute("media"))
                .contains("\"as\":\"image\"", "\"state\":\"kept\"", "\"width\":800", "\"thumbnail\":true", "1.3 MB")
                .doesNotContain("note");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UNREACHABLE",
                "REFUSED",
                "TOO_LARGE",
                "DAMAGED",
                "EXPIRED",
                "TOKEN",
                "NO_ROOM",
                "UNAVAILABLE",
                "X"
            })
    void aFileThatIsGoneSaysWhy(String reason) {
        only("image-with-caption");
        database.update("update attachment set state = 'GONE', reason = ?", reason);
        assertThat(shown().getFirst().getAttribute("media")).contains("\"note\":\"Not here: ");
    }

    @Test
    void aPlaceIsACardWithItsMap() {
        Element place = only("location-of-a-place");
        assertThat(place.getAttribute("cards"))
                .contains(
                        "\"type\":\"location\"",
                        "Harbour Office",
                        "Pier 4",
                        "41.37634, 2.18529",
                        "https://www.openstreetmap.org/?mlat=41.37634&mlon=2.18529#map=17/41.37634/2.18529");
        assertThat(place.hasAttribute("text")).isFalse();
        assertThat(only("location-without-name").getAttribute("cards")).contains("-33.45, -70.6667");
        assertThat(only("location-that-is-none").getAttribute("cards")).doesNotContain("url");
    }

    @Test
    void aContactCanBeSavedAndWrittenTo() {
        assertThat(only("contacts").getAttribute("cards"))
                .contains(
                        "Freja Lind",
                        "Lind Weddings",
                        "+46 70 765 43 21",
                        "\"waId\":\"46707654321\"",
                        "freja@lind.example",
                        "BEGIN:VCARD\\r\\nVERSION:3.0\\r\\nN:;Freja Lind;;;\\r\\nFN:Freja Lind");
        assertThat(only("contact-without-name").getAttribute("cards"))
                .contains("\"name\":\"Contact\"", "+34 600 11 22 33")
                .doesNotContain("waId");
    }

    @Test
    void aChatIsStartedOnlyWithWhoeverStandsOnACard() {
        only("contacts");
        ChatPanel chat = open();
        pane(chat).startChat(conversation(), "34999999999");
        assertThat(opened).isEmpty();
        pane(chat).startChat(conversation(), "46707654321");
        assertThat(opened).hasSize(1);
        chat.open(opened.getFirst());
        assertThat(find(H1.class, chat).single().getText()).isEqualTo("+46 70 765 43 21");
        assertThat(find(LockNotice.class, chat).single().getElement().getTextRecursively())
                .contains("No reply yet.");
        // The same person again is the same conversation.
        chat.open(given.conversation(bakery, MARTA));
        pane(chat).startChat(conversation(), "46707654321");
        assertThat(opened).hasSize(2).containsOnly(opened.getFirst());
    }

    @Test
    void anOrderAddsUpToTheLastDigit() {
        Element order = only("order");
        assertThat(order.getAttribute("cards"))
                .contains("Order · 13 items", "3 × €0.10", "€0.30", "10 × €1.35", "€13.50", "Total", "€13.80");
        assertThat(order.getAttribute("text")).isEqualTo("Sliced, please");
        assertThat(only("order-with-unreadable-price").getAttribute("cards"))
                .contains("WALNUT-LOAF")
                .doesNotContain("Total");
    }

    @Test
    void anAdvertisementLeadsOnlyToTheWeb() {
        assertThat(only("text-after-advertisement").getAttribute("cards"))
                .contains("Came by an advertisement", "Tarts for every feast", "https://fb.me/3cr4tart");
        assertThat(only("advertisement-with-hostile-link").getAttribute("cards"))
                .contains("<b>Win</b>")
                .doesNotContain("javascript");
    }

    @ParameterizedTest
    @CsvSource({
        "button-of-a-template, Confirm, ↩ Tapped a button",
        "button-without-context, Confirm, ↩ Tapped a button",
        "interactive-button-reply, 'Yes, please', ↩ Tapped a button",
        "interactive-list-reply, Saturday morning, ↩ Chosen from a list",
        "interactive-flow-reply, Sent, ↩ Filled in a form",
        "interactive-flow-reply-with-broken-json, Sent, ↩ Filled in a form",
        "text-forwarded, Half the price on Mondays, ↪ Forwarded",
        "text-forwarded-often, A rumour, ↪↪ Forwarded many times"
    })
    void whatWasNotTypedSaysHowItCame(String webhook, String text, String mark) {
        Element bubble = only(webhook);
        assertThat(bubble.getAttribute("text")).isEqualTo(text);
        assertThat(bubble.getAttribute("mark")).isEqualTo(mark);
    }

    @Test
    void aFormShowsItsFieldsAndAListItsDescription() {
        assertThat(only("interactive-list-reply").getAttribute("cards")).contains("Between eight and noon");
        assertThat(only("interactive-flow-reply").getAttribute("cards"))
                .contains("Delivery day", "Saturday", "Guests", "40")
                .doesNotContain("flow_token", "token");
        assertThat(only("interactive-flow-reply-with-null").getAttribute("text"))
                .isEqualTo("Sent");
        assertThat(only("interactive-without-body").getAttribute("kind-label")).isEqualTo("Answered a question");
    }

    @Test
    void aQuestionAboutAProductNamesIt() {
        Element bubble = only("text-about-a-product");
        assertThat(bubble.getAttribute("cards")).contains("Asks about the product TART-20");
        assertThat(bubble.hasAttribute("quote")).isFalse();
    }

    @Test
    void aQuoteSaysWhoAndWhatAndLeadsThere() {
        List<Element> bubbles = all("text-with-formatting", "text-quoting", "text-quoting-unknown-message");
        assertThat(bubbles.get(1).getAttribute("quote"))
                .contains(
                        "\"id\":\"" + bubbles.get(0).getAttribute("message-id") + "\"",
                        "\"who\":\"Marta Gil\"",
                        "*Two* loaves");
        assertThat(bubbles.get(2).getAttribute("quote"))
                .contains("A message that is not here")
                .doesNotContain("\"id\"");
    }

    @Test
    void aQuoteOfWhatWasTakenBackSaysSo() {
        assertThat(all("text-with-formatting", "text-quoting", "revoke").get(1).getAttribute("quote"))
                .contains("Deleted message")
                .doesNotContain("loaves");
    }

    @Test
    void aReactionStandsOnItsMessageUntilItIsTakenBack() {
        assertThat(all("text-with-formatting", "reaction").getFirst().getAttribute("reactions"))
                .contains("👍", "Reactions: 👍 Marta");
        assertThat(all("reaction-changed").getFirst().getAttribute("reactions")).contains("❤️");
        assertThat(all("reaction-removed").getFirst().hasAttribute("reactions")).isFalse();
        assertThat(all("reaction-removed-with-empty-emoji")).hasSize(1);
    }

    @Test
    void anEditAndADeletionShowOnTheirMessage() {
        Element edited = all("text-with-formatting", "edit").getFirst();
        assertThat(edited.getAttribute("text")).isEqualTo("Three loaves, please");
        assertThat(edited.getAttribute("edited")).isEqualTo("edited");
        Element deleted = all("revoke").getFirst();
        assertThat(deleted.getAttribute("revoked")).isEqualTo("🚫 Marta deleted this message");
        assertThat(deleted.hasAttribute("text")).isFalse();
        assertThat(deleted.hasAttribute("edited")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "edit-of-unknown-message, Marta edited a message. WhatsApp does not pass on which.",
        "revoke-of-unknown-message, Marta deleted a message. WhatsApp does not pass on which.",
        "unsupported-edit, Marta edited a message. WhatsApp does not pass on which.",
        "unsupported-revoke, Marta deleted a message. WhatsApp does not pass on which.",
        "reaction-to-unknown-message, Marta reacted 🎉 to a message that is not here.",
        "system-changed-identity, Marta's security code changed. They may use another phone now.",
        "system-of-unknown-type, WhatsApp says: Something new"
    })
    void whatHappenedIsAQuietLine(String webhook, String line) {
        Element bubble = all("text-with-formatting", webhook).getLast();
        assertThat(bubble.getAttribute("notice")).isEqualTo(line);
        assertThat(bubble.hasAttribute("text")).isFalse();
        assertThat(bubble.hasAttribute("unseen")).isFalse();
    }

    @Test
    void aNewNumberIsSaidInFull() {
        all("text-with-formatting");
        given.receiveWebhook(bakery, "system-changed-number");
        assertThat(bubbles(open(given.conversation(bakery, "34612550188")))
                        .getLast()
                        .getAttribute("notice"))
                .isEqualTo("Marta changed their number from +34 612 55 01 87 to +34 612 55 01 88.");
    }

    @ParameterizedTest
    @CsvSource({
        "unsupported-poll, 'A poll, which WhatsApp does not pass on.'",
        "unsupported-without-type, WhatsApp does not pass it on.",
        "unknown, WhatsApp does not pass it on.",
        "type-of-the-future, WhatsApp does not pass it on.",
        "request-welcome, WhatsApp does not pass it on."
    })
    void whatIsNotSupportedSaysSo(String webhook, String why) {
        Element bubble = only(webhook);
        assertThat(bubble.getAttribute("kind-label")).isEqualTo("Unsupported message");
        assertThat(bubble.getAttribute("cards")).contains(why, "Look at it on the phone.");
        assertThat(bubble.hasAttribute("unseen")).isTrue();
    }

    @Test
    void aNameThatTurnsTheDirectionOfWritingDoesNotTurnOurSentences() {
        only("text-with-formatting");
        database.update("update customer set name = ?", "\u202EMarta \u2066Gil");
        assertThat(all("revoke").getFirst().getAttribute("revoked")).isEqualTo("🚫 Marta deleted this message");
        assertThat(shown().getFirst().getAttribute("author")).isEqualTo("Marta Gil");
    }

    private Element only(String webhook) {
        return all(webhook).getLast();
    }

    private List<Element> all(String... webhooks) {
        for (String webhook : webhooks) {
            given.receiveWebhook(bakery, webhook);
        }
        triedInVain();
        return shown();
    }

    /** Nobody hands out files here, and the clock stands still: after the first try nothing moves any more. */
    private void triedInVain() {
        await().until(() -> Objects.equals(
                0,
                database.queryForObject(
                        "select count(*) from attachment where state = 'WAITING'"
                                + " and (reason is null or reason = 'FETCHING')",
                        Integer.class)));
    }

    private List<Element> shown() {
        return bubbles(open());
    }

    private ChatPanel open() {
        return open(given.conversation(bakery, MARTA));
    }

    private ChatPanel open(ConversationId conversation) {
        ChatPanel chat = panels.getObject();
        chat.onOpened(opened::add);
        UI.getCurrent().removeAll();
        UI.getCurrent().add(chat);
        chat.open(conversation);
        return chat;
    }

    private String conversation() {
        return String.valueOf(given.conversation(bakery, MARTA).value());
    }

    private static MessagePane pane(ChatPanel chat) {
        return (MessagePane) chat.getElement()
                .getChildren()
                .filter(child -> child.getTag().equals("parley-messages"))
                .findFirst()
                .flatMap(Element::getComponent)
                .orElseThrow();
    }

    private static List<Element> bubbles(ChatPanel chat) {
        return pane(chat).getElement().getChild(0).getChild(0).getChildren().toList();
    }
}
