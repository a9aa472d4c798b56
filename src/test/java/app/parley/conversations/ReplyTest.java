package app.parley.conversations;

import static app.parley.Given.MARTA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.parley.DatabaseTest;
import app.parley.Given;
import app.parley.numbers.NumberId;
import app.parley.numbers.Numbers;
import app.parley.team.AgentId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is enforced where a reply is queued, whatever the browser sent. */
@DatabaseTest
class ReplyTest {

    @Autowired
    Given given;

    @Autowired
    InboxQueries inbox;

    @Autowired
    Conversations conversations;

    @Autowired
    Numbers numbers;

    NumberId number;
    AgentId carla;
    ConversationId marta;

    @BeforeEach
    void martaHasWritten() {
        number = given.number(Given.BAKERY);
        carla = given.agent("Carla");
        marta = given.writes(number, MARTA, "Hello");
    }

    @Test
    void aReplyStandsInTheChatAtOnceAsQueued() {
        conversations.reply(carla, marta, "Good morning", "key-1");
        ChatMessage last = messages().getLast();
        assertThat(last.text()).isEqualTo("Good morning");
        assertThat(last.direction()).isEqualTo(Direction.OUTBOUND);
        assertThat(last.state()).isEqualTo(DeliveryState.QUEUED);
        assertThat(last.agentName()).isEqualTo("Carla");
    }

    @Test
    void pressingSendTwiceQueuesOnce() {
        MessageId first = conversations.reply(carla, marta, "Good morning", "key-1");
        MessageId second = conversations.reply(carla, marta, "Good morning", "key-1");
        assertThat(second).isEqualTo(first);
        assertThat(messages()).hasSize(2);
    }

    @Test
    void fourThousandAndNinetySixCharactersAreTakenAndOneMoreIsRefused() {
        conversations.reply(carla, marta, "x".repeat(4096), "key-1");
        assertRefused(Refusal.TOO_LONG, carla, marta, "x".repeat(4097));
        assertRefused(Refusal.TOO_LONG, carla, marta, "😀".repeat(2049));
    }

    @Test
    void blankTextIsRefused() {
        assertRefused(Refusal.BLANK, carla, marta, " \n\t ");
    }

    @Test
    void anArchivedConversationTakesNoReply() {
        conversations.archive(carla, List.of(marta));
        assertRefused(Refusal.ARCHIVED, carla, marta, "Hi");
    }

    @Test
    void aConversationOfANumberTheAgentMayNotUseDoesNotExistForThem() {
        AgentId stranger = given.agentOf("Stranger", given.number(Given.CATERING));
        assertRefused(Refusal.NOT_FOUND, stranger, marta, "Hi");
        assertThat(inbox.header(stranger, marta)).isEmpty();
        assertThat(inbox.open(stranger, marta, 50).messages()).isEmpty();
        assertThat(given.list(stranger, Filter.ALL)).isEmpty();
        assertThat(conversations.archive(stranger, List.of(marta))).isEmpty();
        conversations.seen(stranger, marta, List.of(messages().getFirst().id()));
        conversations.draft(stranger, marta, "a draft");
        assertThat(inbox.header(carla, marta).orElseThrow().unseen()).isEqualTo(1);
    }

    @Test
    void aConversationOfADisabledNumberDoesNotExist() {
        numbers.enable(number, false);
        assertRefused(Refusal.NOT_FOUND, carla, marta, "Hi");
        assertThat(given.list(carla, Filter.ALL)).isEmpty();
        assertThat(inbox.numbers(carla)).isEmpty();
    }

    @Test
    void aDraftBelongsToOneAgentAndIsGoneOnceSent() {
        conversations.draft(carla, marta, "Six is");
        conversations.draft(carla, marta, "Six is perfect");
        assertThat(inbox.header(carla, marta).orElseThrow().draft()).isEqualTo("Six is perfect");
        assertThat(inbox.header(given.agent("Ben"), marta).orElseThrow().draft())
                .isEmpty();
        conversations.reply(carla, marta, "Six is perfect", "key-1");
        assertThat(inbox.header(carla, marta).orElseThrow().draft()).isEmpty();
    }

    private List<ChatMessage> messages() {
        return inbox.open(carla, marta, 50).messages();
    }

    private void assertRefused(Refusal refusal, AgentId agent, ConversationId conversation, String text) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> conversations.reply(agent, conversation, text, "key-refused"))
                .satisfies(refused -> assertThat(refused.refusal()).isEqualTo(refusal));
    }
}
