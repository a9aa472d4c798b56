package app.parley.conversations;

import static app.parley.Given.MARTA;
import static org.assertj.core.api.Assertions.assertThat;

import app.parley.CountingQueries;
import app.parley.DatabaseTest;
import app.parley.Given;
import app.parley.MutableClock;
import app.parley.numbers.NumberId;
import app.parley.team.AgentId;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What customers do to messages, and what comes late. */
@DatabaseTest
class ReceivingTest {

    private static final Instant NOW = MutableClock.START;
    private static final String BEN = "34600000009";

    @Autowired
    Given given;

    @Autowired
    Conversations conversations;

    @Autowired
    Deliveries deliveries;

    @Autowired
    InboxQueries inbox;

    @Autowired
    MutableClock clock;

    @Autowired
    JdbcTemplate database;

    NumberId number;
    AgentId carla;

    @BeforeEach
    void aNumberAndAnAgent() {
        number = given.pausedNumber(Given.BAKERY);
        carla = given.agent("Carla");
        clock.set(NOW.plusSeconds(600)); // So that no message is from the future.
    }

    @Test
    void theLatestReactionStandsHoweverLateTheOthersCome() {
        text("a", 1);
        reaction("r2", "a", "😀", 3);
        reaction("r1", "a", "👍", 2);
        assertThat(bubble("a").reaction()).isEqualTo("😀");
        reaction("r3", "a", null, 5);
        assertThat(bubble("a").reaction()).isNull();
        reaction("r4", "a", "🎉", 4);
        assertThat(bubble("a").reaction()).isNull();
        assertThat(bubbles()).containsExactly("a");
    }

    @Test
    void theRowShowsAReactionWhileItStandsAndThenWhatWasBefore() {
        text("a", 1);
        reaction("r1", "a", "👍", 2);
        assertThat(preview()).isEqualTo(MessageKind.REACTION);
        assertThat(Objects.requireNonNull(row().preview()).reactedTo()).isEqualTo("a");
        reaction("r2", "a", null, 3);
        assertThat(preview()).isEqualTo(MessageKind.TEXT);
        assertThat(row().lastAt()).isEqualTo(at(1));
        assertThat(row().unseen()).isEqualTo(1);
    }

    @Test
    void aReactionToWhoKnowsWhatLeavesAnEmptyRowOnceItIsTakenBack() {
        reaction("r1", "unknown", "👍", 2);
        assertThat(preview()).isEqualTo(MessageKind.REACTION);
        reaction("r2", "unknown", null, 3);
        assertThat(row().preview()).isNull();
        assertThat(row().unseen()).isZero();
    }

    @Test
    void aReactionToOurMessageStandsOnIt() {
        text("a", 1);
        MessageId reply = conversations.reply(carla, marta(), "Hi", "key-1");
        deliveries.accepted(reply, "wamid.OUT");
        reaction("r1", "OUT", "👍", 700);
        assertThat(messages().getLast().reaction()).isEqualTo("👍");
        assertThat(row().waiting()).isFalse();
    }

    @Test
    void aReactionInAnArchivedConversationLeavesItThereAndOpensASession() {
        text("a", 1);
        conversations.archive(carla, List.of(marta()));
        clock.advance(Duration.ofHours(1));
        reaction("r1", "a", "👍", 4200);
        assertThat(given.list(carla, Filter.ALL)).isEmpty();
        assertThat(given.list(carla, Filter.ARCHIVED))
                .singleElement()
                .satisfies(row -> assertThat(row.sessionEndsAt()).isEqualTo(at(4200).plus(Duration.ofHours(24))));
    }

    @Test
    void aReactionExtendsTheSession() {
        text("a", 1);
        reaction("r1", "a", "👍", 60);
        assertThat(row().sessionEndsAt()).isEqualTo(at(60).plus(Duration.ofHours(24)));
    }

    @Test
    void editsAreAppliedInTheirOwnOrderBeforeAndAfterTheOriginal() {
        edit(MARTA, "e2", "a", "third", 4);
        edit(MARTA, "e1", "a", "second", 3);
        text("a", 1);
        assertThat(bubbles()).containsExactly("third");
        edit(MARTA, "e0", "a", "too late", 2);
        assertThat(bubbles()).containsExactly("third");
        assertThat(bubble("third").edited()).isTrue();
        assertThat(row().unseen()).isEqualTo(1);
        assertThat(count("early_change")).isZero();
    }

    @Test
    void aDeletionHidesWhatWasSaidEvenIfAnEditFollows() {
        revoke(MARTA, "d", "a", 3);
        text("a", 1);
        edit(MARTA, "e", "a", "edited", 4);
        assertThat(messages()).singleElement().satisfies(message -> {
            assertThat(message.revoked()).isTrue();
            assertThat(message.text()).isNull();
        });
        assertThat(Objects.requireNonNull(row().preview()).revoked()).isTrue();
    }

    @Test
    void nobodyChangesWhatSomebodyElseSaid() {
        text("a", 1);
        edit(BEN, "e", "a", "I owe you", 2);
        revoke(BEN, "d", "a", 3);
        revoke(BEN, "d2", "b", 3);
        text("b", 4);
        assertThat(bubbles()).containsExactly("a", "b");
        assertThat(messages()).noneMatch(ChatMessage::revoked).noneMatch(ChatMessage::edited);
        assertThat(count("early_change")).isZero();
    }

    @Test
    void theSameIdAtAnotherNumberIsAnotherMessage() {
        NumberId catering = given.pausedNumber(Given.CATERING);
        edit(MARTA, "e", "a", "edited", 3);
        given.receive(catering, Given.message(MARTA, "wamid.a", "text", "{\"body\":\"catered\"}", at(1)));
        text("a", 1);
        assertThat(bubbles()).containsExactly("edited");
        assertThat(inbox.open(carla, given.conversation(catering, MARTA), 9).messages())
                .extracting(ChatMessage::text)
                .containsExactly("catered");
    }

    @Test
    void whatComesLateStandsAtItsPlaceAndTiesStandAsTheyCame() {
        text("c", 5);
        text("a", 1);
        text("b2", 3);
        text("b1", 3);
        assertThat(bubbles()).containsExactly("a", "b2", "b1", "c");
        assertThat(Objects.requireNonNull(row().preview()).text()).isEqualTo("c");
        assertThat(row().unseen()).isEqualTo(4);
    }

    @Test
    void whatComesLateIsOwedAnAnswerUnlessItIsOlderThanOurs() {
        text("a", 1);
        conversations.reply(carla, marta(), "Hi", "key-1");
        text("older", 599);
        assertThat(row().waiting()).isFalse();
        reaction("r1", "a", "👍", 700);
        text("newer", 650);
        assertThat(row().waiting()).isTrue();
    }

    @Test
    void whatComesLateAsksTheDatabaseNoMoreThanWhatComesInTimeWhereAnAnswerIsOwed() {
        text("c", 5);
        int inTime = CountingQueries.during(() -> text("d", 6));
        assertThat(inTime).isPositive();
        assertThat(CountingQueries.during(() -> text("b", 5))).isEqualTo(inTime);
    }

    @Test
    void aLateMessageTellsThatTheSessionBeganEarlier() {
        text("b", 300);
        text("a", 1);
        assertThat(database.queryForList("select opened_at from session", Timestamp.class))
                .extracting(Timestamp::toInstant)
                .containsExactly(at(1));
        assertThat(row().sessionEndsAt()).isEqualTo(at(300).plus(Duration.ofHours(24)));
    }

    @Test
    void whatIsOlderThanADayOpensNothingButIsUnseenAndBringsBack() {
        text("a", 1);
        conversations.archive(carla, List.of(marta()));
        text("old", -100_000);
        assertThat(row().archived()).isFalse();
        assertThat(row().unseen()).isEqualTo(1);
        assertThat(inbox.header(carla, marta()).orElseThrow().isOpenAt(clock.instant()))
                .isFalse();
        assertThat(Objects.requireNonNull(row().preview()).text()).isEqualTo("a");
    }

    private void text(String text, int second) {
        receive(MARTA, text, "text", "{\"body\":\"" + text + "\"}", second);
    }

    private void reaction(String id, String on, @Nullable String emoji, int second) {
        String content = "{\"message_id\":\"wamid." + on + "\"";
        receive(MARTA, id, "reaction", content + (emoji == null ? "}" : ",\"emoji\":\"" + emoji + "\"}"), second);
    }

    private void edit(String who, String id, String what, String text, int second) {
        receive(
                who,
                id,
                "edit",
                "{\"original_message_id\":\"wamid.%s\",\"message\":{\"type\":\"text\",\"text\":{\"body\":\"%s\"}}}"
                        .formatted(what, text),
                second);
    }

    private void revoke(String who, String id, String what, int second) {
        receive(who, id, "revoke", "{\"original_message_id\":\"wamid." + what + "\"}", second);
    }

    private void receive(String who, String id, String type, String content, int second) {
        if (at(second).isAfter(clock.instant())) {
            clock.set(at(second));
        }
        given.receive(number, Given.message(who, "wamid." + id, type, content, at(second)));
    }

    private static Instant at(int second) {
        return NOW.plusSeconds(second);
    }

    private ConversationId marta() {
        return given.conversation(number, MARTA);
    }

    private ConversationRow row() {
        return given.list(carla, Filter.ALL).stream()
                .filter(row -> row.id().equals(marta()))
                .findFirst()
                .orElseThrow();
    }

    private MessageKind preview() {
        return Objects.requireNonNull(row().preview()).kind();
    }

    private List<ChatMessage> messages() {
        return inbox.open(carla, marta(), 50).messages();
    }

    private List<@Nullable String> bubbles() {
        return messages().stream().<@Nullable String>map(ChatMessage::text).toList();
    }

    private ChatMessage bubble(String text) {
        return messages().stream()
                .filter(message -> text.equals(message.text()))
                .findFirst()
                .orElseThrow();
    }

    private int count(String table) {
        Integer count = database.queryForObject("select count(*) from " + table, Integer.class);
        return count == null ? 0 : count;
    }
}
