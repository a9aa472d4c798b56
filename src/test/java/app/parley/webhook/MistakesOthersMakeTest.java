package app.parley.webhook;

import static app.parley.Given.MARTA;
import static org.assertj.core.api.Assertions.assertThat;

import app.parley.DatabaseTest;
import app.parley.Given;
import app.parley.MutableClock;
import app.parley.conversations.ChatMessage;
import app.parley.conversations.ConversationId;
import app.parley.conversations.ConversationRow;
import app.parley.conversations.Conversations;
import app.parley.conversations.Deliveries;
import app.parley.conversations.DeliveryState;
import app.parley.conversations.Filter;
import app.parley.conversations.InboxQueries;
import app.parley.conversations.MessageId;
import app.parley.conversations.MessageKind;
import app.parley.journal.Journal;
import app.parley.journal.JournalRow;
import app.parley.journal.JournalState;
import app.parley.journal.NotShownCount;
import app.parley.numbers.NumberId;
import app.parley.team.AgentId;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;

/**
 * What naive implementations get wrong (contract section 10), by what an agent sees. The numbers are the contract's:
 *
 * <table>
 * <caption>Where each is tested</caption>
 * <tr><td>1, 6, 13, 18</td><td>here</td></tr>
 * <tr><td>2</td><td>here and in {@link WebhookTest}, {@code EndpointIT}, {@code SignedWebhookTest}</td></tr>
 * <tr><td>3, 4</td><td>here and in {@code StatusTest}</td></tr>
 * <tr><td>5</td><td>here and in {@code IdentityTest}, {@code MergeTest}</td></tr>
 * <tr><td>7</td><td>here and in {@code StatusTest}, {@code DeliveryStateTest}, {@code SendingTest}, {@code ShuffleTest}</td></tr>
 * <tr><td>8, 9</td><td>{@code SendingTest}, {@code GraphAnswersTest}</td></tr>
 * <tr><td>10</td><td>{@code FetchingTest}, {@code MediaClientTest}; here for what a link in a webhook is worth</td></tr>
 * <tr><td>11, 12</td><td>here and in {@code EveryTypeTest}</td></tr>
 * <tr><td>14</td><td>{@code SessionTest}; here for calls and our own messages</td></tr>
 * <tr><td>15</td><td>here: what is billed is kept, and what is free is kept as free</td></tr>
 * <tr><td>16</td><td>nothing is ever split: {@code ReplyTest} refuses what is too long</td></tr>
 * <tr><td>17</td><td>here: a wamid is never in the log</td></tr>
 * <tr><td>19</td><td>here: answered before anything is fetched; {@code FetchingTest}</td></tr>
 * <tr><td>20</td><td>here</td></tr>
 * </table>
 */
@DatabaseTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@TestPropertySource(
        properties = {
            "parley.whatsapp.business-account-id=" + Given.ACCOUNT,
            "parley.whatsapp.access-token=token",
            "parley.whatsapp.app-secret=" + Postman.SECRET,
            "parley.whatsapp.verify-token=verify-me",
            "parley.whatsapp.graph-url=http://localhost:1"
        })
@ExtendWith(OutputCaptureExtension.class)
class MistakesOthersMakeTest {

    private static final String NEW_USER_ID = "ES.99086350063842768346";

    @Autowired
    MockMvc door;

    @Autowired
    Given given;

    @Autowired
    Journal journal;

    @Autowired
    InboxQueries inbox;

    @Autowired
    Conversations conversations;

    @Autowired
    Deliveries deliveries;

    @Autowired
    MutableClock clock;

    @Autowired
    JdbcTemplate database;

    Postman meta;
    NumberId bakery;
    NumberId catering;
    AgentId carla;

    @BeforeEach
    void twoNumbersAndAnAgent() {
        meta = new Postman(door, journal);
        bakery = given.pausedNumber(Given.BAKERY);
        catering = given.pausedNumber(Given.CATERING);
        carla = given.agent("Carla");
    }

    @Test
    void everyWebhookWeHaveIsAnsweredAndOnlyWhatIsTrulyOddIsSetAside() throws Exception {
        List<String> names = names();
        assertThat(names).hasSizeGreaterThan(100);
        meta.brings(names.toArray(String[]::new));
        assertThat(in(JournalState.FAILED)).isEmpty();
        assertThat(in(JournalState.QUARANTINED))
                .extracting(JournalRow::reason)
                .containsExactly("The message names no sender.");
        assertThat(in(JournalState.UNASSIGNED))
                .extracting(JournalRow::reason)
                .containsExactly("The number with the id 999000111222333 is not one of ours.");
        assertThat(journal.counts().get(JournalState.PROCESSED)).isEqualTo(names.size() - 2);
    }

    @Test
    void everyMessageOfEveryChangeOfEveryEntryArrives1And6() {
        meta.brings("batch-of-everything");
        assertThat(bubbles(bakery, MARTA)).containsExactly("One", "Four", "Six");
        assertThat(bubbles(catering, MARTA)).containsExactly("To the other number");
        assertThat(bubbles(bakery, "34600000001")).containsExactly("Two");
        assertThat(messages(bakery, MARTA).getFirst().reaction()).isEqualTo("👍");
        assertThat(rows()).hasSize(3);
        assertThat(tally()).contains("field:brand_new_field");
    }

    @Test
    void oneFromNobodyIsSetAsideWithASentenceAndTheRestArrives1() {
        meta.brings("batch-with-one-from-nobody");
        assertThat(bubbles(bakery, MARTA)).containsExactly("Before", "After");
        assertThat(in(JournalState.QUARANTINED))
                .extracting(JournalRow::reason)
                .containsExactly("The message names no sender.");
    }

    @Test
    void theBytesAreSignedAsTheyCameAndReadAsTheyAreMeant2() {
        meta.brings("text-with-escaped-emoji");
        assertThat(bubbles(bakery, MARTA)).containsExactly("Café / 100% <b>@</b> 😀");
        assertThat(rows().getFirst().customerName()).isEqualTo("José 😀");
    }

    @Test
    void aStatusWithContactsIsNoMessage3() {
        meta.brings("status-of-stranger");
        assertThat(rows()).isEmpty();
        assertThat(number("select count(*) from customer")).isZero();
    }

    @Test
    void aPersonWithoutAPhoneNumberIsACustomer4() {
        meta.brings("text-by-user-id-only", "text-with-user-id-in-from", "text-without-contacts");
        assertThat(rows())
                .extracting(ConversationRow::customerName)
                .containsExactlyInAnyOrder("Hana", "Ivo", "+34600111222");
    }

    @Test
    void contactsAreFoundByTheirIdsNotByTheirPlace4() {
        meta.brings("contacts-in-another-order");
        assertThat(rows())
                .extracting(ConversationRow::customerName)
                .containsExactlyInAnyOrder("First", "Second", "+34600000003");
    }

    @Test
    void onePersonStaysOneCustomerThroughEveryChange5() {
        meta.brings("text-with-formatting", "system-changed-number", "system-changed-user-id");
        assertThat(rows()).hasSize(1);
        assertThat(number("select count(*) from customer where wa_id = '34612550188' and user_id = '" + NEW_USER_ID
                        + "'"))
                .isEqualTo(1);
    }

    @Test
    void theFieldThatSaysTheUserIdHasChangedIsHeard5() {
        meta.brings("text-with-formatting", "user-id-update", "user-id-update");
        assertThat(number("select count(*) from customer where wa_id = '" + MARTA + "' and user_id = '" + NEW_USER_ID
                        + "'"))
                .isEqualTo(1);
        assertThat(tally()).doesNotContain("field:user_id_update");
    }

    @Test
    void theOlderNoticeOfANewNumberIsHeard5() {
        meta.brings("text-with-formatting", "system-changed-number-older");
        assertThat(number("select count(*) from customer where wa_id = '34612550189'"))
                .isEqualTo(1);
    }

    @Test
    void aUserIdUpdateOfAnAccountThatDidNotSignIsSetAside5() {
        meta.brings("text-with-formatting");
        meta.post(Postman.text("user-id-update").replace(Given.ACCOUNT, "999"));
        meta.brings("text-without-contacts");
        assertThat(number("select count(*) from customer where user_id = '" + NEW_USER_ID + "'"))
                .isZero();
        assertThat(in(JournalState.QUARANTINED)).hasSize(1);
    }

    @Test
    void theNumberIsTheOneOfTheIdNotOfTheDisplay6() {
        meta.brings("text-for-one-number-with-anothers-display", "entry-without-id");
        assertThat(bubbles(catering, MARTA)).containsExactly("For the catering");
        assertThat(bubbles(bakery, MARTA)).containsExactly("Still for the bakery");
    }

    @Test
    void ticksGoOnlyForwardAndWhatIsUnknownIsPassedOver7() {
        MessageId reply = reply("wamid.OUT1");
        meta.brings("status-read-by-user-id", "status-delivered-without-conversation", "status-unknown");
        assertThat(state(reply)).isEqualTo(DeliveryState.READ);
        meta.brings("status-failed", "status-sent-with-contacts-and-pricing", "status-played");
        assertThat(state(reply)).isEqualTo(DeliveryState.PLAYED);
        assertThat(tally()).contains("status:teleported");
    }

    @Test
    void aStatusMayComeBeforeTheAnswerToTheSend7() {
        meta.brings("status-delivered-without-conversation");
        assertThat(state(reply("wamid.OUT1"))).isEqualTo(DeliveryState.DELIVERED);
    }

    @Test
    void aStatusOfAGroupIsKeptAndCountedAndTouchesNobody7() {
        meta.brings("text-with-formatting", "status-of-group");
        assertThat(rows()).hasSize(1);
        assertThat(tally()).contains("groups");
        assertThat(number("select count(*) from early_status")).isZero();
    }

    @Test
    void aLinkInAWebhookIsNotWhatTheFileIsFetchedBy10And19() {
        meta.brings("image-with-url");
        assertThat(messages(bakery, MARTA).getFirst().attachment()).isNotNull();
        assertThat(database.queryForObject("select media_ref from attachment", String.class))
                .isEqualTo("1003383421387300");
    }

    @Test
    void whatLacksItsPartsIsShownAllTheSame11() {
        meta.brings(
                "reaction-removed",
                "interactive-without-body",
                "interactive-flow-reply-with-broken-json",
                "interactive-flow-reply-with-null",
                "contact-without-name",
                "document-without-name",
                "interactive-permission-to-call",
                "interactive-address-reply");
        assertThat(messages(bakery, MARTA))
                .extracting(ChatMessage::kind)
                .contains(MessageKind.INTERACTIVE, MessageKind.CONTACTS, MessageKind.DOCUMENT);
        assertThat(in(JournalState.QUARANTINED)).isEmpty();
        assertThat(rows().getFirst().unseen()).isEqualTo(7);
    }

    @Test
    void noticesAndTheUnsupportedAreNoTextAndErrorsAloneAreTheOperators12() {
        meta.brings(
                "unsupported-poll", "unsupported-edit", "unsupported-revoke", "system-changed-identity", "errors-only");
        assertThat(messages(bakery, MARTA))
                .extracting(ChatMessage::kind)
                .containsExactlyInAnyOrder(
                        MessageKind.UNSUPPORTED, MessageKind.EDIT, MessageKind.REVOKE, MessageKind.SYSTEM);
        assertThat(rows().getFirst().unseen()).isEqualTo(1);
        assertThat(number("select count(*) from account_event")).isEqualTo(1);
    }

    @Test
    void anEditOfAFileBringsTheNewFile12() {
        meta.brings("image-with-url", "edit-of-image");
        assertThat(messages(bakery, MARTA)).singleElement().satisfies(image -> {
            assertThat(image.text()).isEqualTo("The right one");
            assertThat(image.edited()).isTrue();
        });
        assertThat(database.queryForObject("select media_ref from attachment", String.class))
                .isEqualTo("1003383421387301");
    }

    @Test
    void nobodyEditsWhatWeSaid12() {
        MessageId reply = reply("wamid.OUT1");
        meta.brings("edit-of-our-message");
        assertThat(messages(bakery, MARTA))
                .filteredOn(message -> message.id().equals(reply))
                .extracting(ChatMessage::text)
                .containsExactly("Hi");
        assertThat(number("select count(*) from early_change")).isZero();
    }

    @Test
    void timesAreNumbersOrTextSecondsOrMilliseconds13() {
        meta.brings("timestamps-as-numbers-and-milliseconds");
        assertThat(messages(bakery, MARTA))
                .extracting(ChatMessage::at)
                .containsExactly(
                        Instant.ofEpochSecond(1795420950),
                        Instant.ofEpochSecond(1795420951),
                        Instant.ofEpochSecond(1795420952));
    }

    @Test
    void idsOfTemplatesAreLongAndLanguagesHaveOneSpelling13And18() {
        meta.brings("template-rejected", "template-category");
        assertThat(database.queryForList("select meta_id, language, status, category from template"))
                .singleElement()
                .satisfies(template -> assertThat(template)
                        .containsEntry("meta_id", 1689556908129835L)
                        .containsEntry("language", "en_US")
                        .containsEntry("status", "REJECTED")
                        .containsEntry("category", "MARKETING"));
    }

    @Test
    void aCallOpensTheWindowAndOurOwnWordsDoNot14() {
        meta.brings("text-with-formatting");
        Instant end = Objects.requireNonNull(rows().getFirst().sessionEndsAt());
        conversations.reply(carla, given.conversation(bakery, MARTA), "Hi", "key-1");
        assertThat(rows().getFirst().sessionEndsAt()).isEqualTo(end);
        meta.brings("call");
        assertThat(rows().getFirst().sessionEndsAt()).isAfter(end);
        assertThat(bubbles(bakery, MARTA)).hasSize(2);
    }

    @Test
    void whatMetaBillsIsKeptOncePerMessageAndSpelledOneWay15And18() {
        meta.brings("status-sent-with-contacts-and-pricing", "status-sent-with-contacts-and-pricing");
        assertThat(database.queryForList("select type, category, billable from pricing"))
                .singleElement()
                .satisfies(pricing -> assertThat(pricing)
                        .containsEntry("type", "free_entry_point")
                        .containsEntry("billable", false));
        meta.brings("status-read-by-user-id");
        assertThat(database.queryForObject("select category from pricing", String.class))
                .isEqualTo("authentication-international");
    }

    @Test
    void nothingOfACustomersIsInTheLog17(CapturedOutput log) {
        meta.brings("text-with-formatting", "batch-with-one-from-nobody", "text-for-unknown-number", "image-with-url");
        assertThat(log.getAll()).doesNotContain("wamid.", MARTA, "loaves", "Marta");
    }

    @Test
    void aUsernameIsALabelWithoutItsSign18() {
        meta.brings("text-with-username-without-at", "text-by-user-id-only");
        assertThat(database.queryForList("select username from customer order by username", String.class))
                .containsExactly("freja", "hana");
        assertThat(rows()).extracting(ConversationRow::customerName).containsExactlyInAnyOrder("freja", "Hana");
    }

    @Test
    void whatIsNotForUsIsKeptAndCountedAndNotAnswered20() {
        meta.brings(
                "standby",
                "echo-from-the-phone",
                "group-message",
                "history",
                "app-state-sync",
                "handover",
                "group-lifecycle");
        assertThat(rows()).isEmpty();
        assertThat(tally()).contains("standby", "echoes", "groups", "history");
        assertThat(number("select count(*) from message")).isZero();
    }

    private static List<String> names() throws IOException, URISyntaxException {
        Path folder = Path.of(
                Objects.requireNonNull(Postman.class.getResource("/webhooks")).toURI());
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString().replace(".json", ""))
                    .sorted()
                    .toList();
        }
    }

    /** Marta has written; Carla's answer is what WhatsApp calls {@code ref}. */
    private MessageId reply(String ref) {
        meta.brings("text-with-formatting");
        MessageId reply = conversations.reply(carla, given.conversation(bakery, MARTA), "Hi", "key-1");
        deliveries.accepted(reply, ref);
        return reply;
    }

    private DeliveryState state(MessageId reply) {
        return Objects.requireNonNull(messages(bakery, MARTA).stream()
                .filter(message -> message.id().equals(reply))
                .findFirst()
                .orElseThrow()
                .state());
    }

    private List<ConversationRow> rows() {
        return given.list(carla, Filter.ALL);
    }

    private List<@Nullable String> bubbles(NumberId number, String waId) {
        return messages(number, waId).stream()
                .<@Nullable String>map(ChatMessage::text)
                .toList();
    }

    private List<ChatMessage> messages(NumberId number, String waId) {
        ConversationId conversation = given.conversation(number, waId);
        return inbox.open(carla, conversation, 50).messages();
    }

    private List<JournalRow> in(JournalState state) {
        return journal.inStates(Set.of(state), 100);
    }

    private List<String> tally() {
        return journal.notShown(100).stream().map(NotShownCount::what).toList();
    }

    private int number(String query) {
        Integer number = database.queryForObject(query, Integer.class);
        return number == null ? 0 : number;
    }
}
