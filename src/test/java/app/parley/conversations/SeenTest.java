package app.parley.conversations;

import static app.parley.Given.MARTA;
import static org.assertj.core.api.Assertions.assertThat;

import app.parley.DatabaseTest;
import app.parley.Given;
import app.parley.MutableClock;
import app.parley.numbers.NumberId;
import app.parley.team.AgentId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Seen is a set of messages, shared by the team. */
@DatabaseTest
class SeenTest {

    private static final Instant NOW = MutableClock.START;

    @Autowired
    Given given;

    @Autowired
    InboxQueries inbox;

    @Autowired
    Conversations conversations;

    NumberId number;
    AgentId carla;
    AgentId ben;
    ConversationId marta;

    @BeforeEach
    void martaHasWrittenThreeTimes() {
        number = given.number(Given.BAKERY);
        carla = given.agent("Carla");
        ben = given.agent("Ben");
        given.writes(number, MARTA, "One", NOW.minusSeconds(30));
        given.writes(number, MARTA, "Two", NOW.minusSeconds(20));
        marta = given.writes(number, MARTA, "Three", NOW.minusSeconds(10));
    }

    @Test
    void openingAConversationSeesNothing() {
        inbox.open(carla, marta, 50);
        inbox.header(carla, marta);
        assertThat(unseen()).isEqualTo(3);
    }

    @Test
    void whatOneAgentSawIsSeenForAllAndWhatWasSkippedStaysUnseen() {
        List<ChatMessage> messages = inbox.open(carla, marta, 50).messages();
        conversations.seen(
                carla, marta, List.of(messages.get(0).id(), messages.get(2).id()));
        assertThat(inbox.open(ben, marta, 50).messages())
                .extracting(ChatMessage::unseen)
                .containsExactly(false, true, false);
        assertThat(unseen()).isEqualTo(1);
    }

    @Test
    void idsOfAnotherConversationAreNotSeenThroughThisOne() {
        ConversationId jonas = given.writes(number, "447700900123", "Hi");
        MessageId other = inbox.open(carla, jonas, 50).messages().getFirst().id();
        conversations.seen(carla, marta, List.of(other));
        assertThat(inbox.header(carla, jonas).orElseThrow().unseen()).isEqualTo(1);
    }

    @Test
    void theChatOpensAtTheFirstUnseenMessage() {
        for (int i = 0; i < 30; i++) {
            given.writes(number, MARTA, "More " + i, NOW.plusSeconds(i).minusSeconds(9));
        }
        ChatWindow all = inbox.open(carla, marta, 100);
        conversations.seen(
                carla,
                marta,
                all.messages().subList(0, 20).stream().map(ChatMessage::id).toList());
        ChatWindow window = inbox.open(carla, marta, 10);
        assertThat(window.messages().get(5).id())
                .isEqualTo(all.messages().get(20).id());
        assertThat(window.hasOlder()).isTrue();
        assertThat(window.hasNewer()).isTrue();
        assertThat(window.unseenBefore()).isZero();
        assertThat(window.unseenAfter()).isEqualTo(13 - 5);
    }

    @Test
    void reactionsAndNoticesDoNotCount() {
        given.says(number, MARTA, "reaction", "{\"message_id\":\"wamid.1\",\"emoji\":\"x\"}", NOW);
        given.says(number, MARTA, "system", "{\"body\":\"changed number\"}", NOW);
        given.says(number, MARTA, "unsupported", "{\"type\":\"edit\"}", NOW);
        given.says(number, MARTA, "unsupported", "{\"type\":\"revoke\"}", NOW);
        assertThat(unseen()).isEqualTo(3);
        given.says(number, MARTA, "unsupported", "{\"type\":\"poll_creation\"}", NOW);
        given.says(number, MARTA, "never_heard_of", "{}", NOW);
        assertThat(unseen()).isEqualTo(5);
    }

    @Test
    void theUnreadTabShowsOnlyWhatHasUnseenMessagesAndTheNumberCountsThem() {
        ConversationId jonas = given.writes(number, "447700900123", "Hi");
        assertThat(given.list(carla, Filter.UNREAD))
                .extracting(ConversationRow::id)
                .containsExactly(jonas, marta);
        conversations.seen(
                carla,
                jonas,
                List.of(inbox.open(carla, jonas, 9).messages().getFirst().id()));
        assertThat(given.list(ben, Filter.UNREAD))
                .extracting(ConversationRow::id)
                .containsExactly(marta);
        assertThat(inbox.numbers(ben)).extracting(NumberCount::unseen).containsExactly(3);
    }

    @Test
    void markAsUnreadBringsTheDotBackForTheNewestMessageOnly() {
        List<ChatMessage> messages = inbox.open(carla, marta, 50).messages();
        conversations.seen(carla, marta, messages.stream().map(ChatMessage::id).toList());
        conversations.markUnread(ben, marta);
        conversations.markUnread(ben, marta);
        assertThat(inbox.open(carla, marta, 50).messages())
                .extracting(ChatMessage::unseen)
                .containsExactly(false, false, true);
        assertThat(unseen()).isEqualTo(1);
    }

    @Test
    void archivingSeesEverything() {
        conversations.archive(carla, List.of(marta));
        assertThat(unseen()).isZero();
        assertThat(inbox.numbers(carla)).extracting(NumberCount::unseen).containsExactly(0);
    }

    @Test
    void aLateMessageStandsWhereItBelongs() {
        given.writes(number, MARTA, "Between", NOW.minusSeconds(25));
        assertThat(inbox.open(carla, marta, 50).messages())
                .extracting(ChatMessage::text)
                .containsExactly("One", "Between", "Two", "Three");
        assertThat(given.list(carla, Filter.ALL).getFirst().preview())
                .extracting(Preview::text)
                .isEqualTo("Three");
    }

    private int unseen() {
        return inbox.header(carla, marta).orElseThrow().unseen();
    }

    @Test
    void theUnreadOfTheFutureIsCountedOnce() {
        given.writes(number, MARTA, "Later", NOW.plus(Duration.ofDays(9)));
        assertThat(inbox.open(carla, marta, 50).messages().getLast().at()).isEqualTo(NOW);
    }
}
