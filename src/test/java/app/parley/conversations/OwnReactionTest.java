package app.parley.conversations;

import static app.parley.Given.MARTA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.parley.DatabaseTest;
import app.parley.Given;
import app.parley.cloudapi.GraphError;
import app.parley.numbers.NumberId;
import app.parley.team.AgentId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** How an agent's reaction stands on the customer's message, and what becomes of it when it fails. */
@DatabaseTest
class OwnReactionTest {

    @Autowired
    Given given;

    @Autowired
    InboxQueries inbox;

    @Autowired
    Conversations conversations;

    @Autowired
    Deliveries deliveries;

    NumberId number;
    AgentId carla;
    ConversationId marta;

    @BeforeEach
    void martaHasWritten() {
        number = given.pausedNumber(Given.BAKERY);
        carla = given.agent("Carla");
        marta = given.writes(number, MARTA, "Hello");
    }

    @Test
    void itStandsOnTheMessageAndIsTakenBack() {
        react("👍");
        assertThat(hers().ownReaction()).isEqualTo("👍");
        assertThat(messages()).hasSize(1);
        react(null);
        assertThat(hers().ownReaction()).isNull();
    }

    @Test
    void oneThatFailsIsTakenBackAndSaysSo() {
        MessageId reaction = react("👍");
        deliveries.failed(reaction, new GraphError(131009, "Parameter value is not valid"));
        assertThat(hers().ownReaction()).isNull();
        assertThat(messages()).hasSize(2);
        assertThat(messages().getLast().kind()).isEqualTo(MessageKind.REACTION);
        assertThat(messages().getLast().state()).isEqualTo(DeliveryState.FAILED);
    }

    @Test
    void whatTheCustomerSawBeforeStandsAgainWhenItsSuccessorFails() {
        react("👍");
        MessageId second = react("❤️");
        assertThat(hers().ownReaction()).isEqualTo("❤️");
        deliveries.failed(second, new GraphError(131009, "Parameter value is not valid"));
        assertThat(hers().ownReaction()).isEqualTo("👍");
    }

    @Test
    void anOlderOneThatFailsLateChangesNothing() {
        MessageId first = react("👍");
        react("❤️");
        deliveries.failed(first, new GraphError(131009, "Parameter value is not valid"));
        assertThat(hers().ownReaction()).isEqualTo("❤️");
    }

    @ParameterizedTest
    @ValueSource(strings = {"👍", "❤️", "🤷🏽‍♀️", "👩‍👩‍👧‍👦", "🇪🇸", "1️⃣"})
    void anyEmojiIsOne(String emoji) {
        react(emoji);
        assertThat(hers().ownReaction()).isEqualTo(emoji);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ok", "👍 yes", " ", "<b>", "7"})
    void wordsAreNone(String words) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> react(words))
                .satisfies(refused -> assertThat(refused.refusal()).isEqualTo(Refusal.NO_EMOJI));
    }

    @Test
    void severalThingsAreQueuedAllOrNone() {
        List<Content> contents = List.of(new Content.Text("One"), new Content.Text(" "));
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> conversations.send(carla, marta, contents, null, "key"));
        assertThat(messages()).hasSize(1);

        List<Content> good = List.of(new Content.Text("One"), new Content.Text("Two"));
        List<MessageId> sent = conversations.send(carla, marta, good, hers().id(), "key");
        assertThat(conversations.send(carla, marta, good, hers().id(), "key")).isEqualTo(sent);
        assertThat(messages()).extracting(ChatMessage::text).containsExactly("Hello", "One", "Two");
        assertThat(messages().get(1).quote()).isNotNull();
        assertThat(messages().get(2).quote()).isNull();
    }

    private MessageId react(@Nullable String emoji) {
        return conversations.send(
                carla,
                marta,
                new Content.Reaction(hers().id(), emoji),
                null,
                UUID.randomUUID().toString());
    }

    private ChatMessage hers() {
        return messages().getFirst();
    }

    private List<ChatMessage> messages() {
        return inbox.open(carla, marta, 50).messages();
    }
}
