package app.parley.receipts;

import static app.parley.Given.MARTA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.parley.AccountSettings;
import app.parley.DatabaseTest;
import app.parley.Given;
import app.parley.MutableClock;
import app.parley.conversations.ChatMessage;
import app.parley.conversations.ConversationId;
import app.parley.conversations.Conversations;
import app.parley.conversations.InboxQueries;
import app.parley.conversations.MessageId;
import app.parley.live.Typing;
import app.parley.numbers.NumberId;
import app.parley.numbers.Numbers;
import app.parley.numbers.ReceiptSettings;
import app.parley.outbox.FakeGraph;
import app.parley.team.AgentId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the customer's phone is told, over a real socket. */
@DatabaseTest
class ReceiptsTest {

    private static final String TOMAS = "34612550199";

    static final FakeGraph GRAPH = new FakeGraph();

    @Autowired
    Given given;

    @Autowired
    Conversations conversations;

    @Autowired
    InboxQueries inbox;

    @Autowired
    Numbers numbers;

    @Autowired
    Typing typing;

    @Autowired
    ReceiptSender receipts;

    @Autowired
    JdbcTemplate database;

    @Autowired
    MutableClock clock;

    NumberId number;
    AgentId carla;
    ConversationId marta;

    @DynamicPropertySource
    static void account(DynamicPropertyRegistry settings) {
        AccountSettings.add(settings, GRAPH::url);
    }

    @BeforeEach
    void martaHasWrittenThrice() {
        // Conversations of other tests bore the same ids.
        receipts.stop();
        receipts.start();
        number = given.number(Given.BAKERY);
        carla = given.agent("Carla");
        given.writes(number, MARTA, "One");
        clock.advance(Duration.ofMinutes(1));
        given.writes(number, MARTA, "Two");
        clock.advance(Duration.ofMinutes(1));
        marta = given.writes(number, MARTA, "Three");
        GRAPH.reset();
        GRAPH.answers((exchange, count) -> FakeGraph.answer(exchange, 200, "{\"success\":true}"));
    }

    @Test
    void theCustomerSeesBlueTicksForWhatWasSeenAndForNothingAfterAGap() {
        numbers.receipts(number, new ReceiptSettings(true, false));
        List<MessageId> messages = messages(marta);

        conversations.seen(carla, marta, List.of(messages.get(0), messages.get(2)));
        awaitCalls(1);
        assertThat(call(0)).isEqualTo(json("""
                {"messaging_product":"whatsapp","status":"read","message_id":"%s"}""".formatted(ref(messages.get(0)))));
        assertThat(marks().getFirst().path()).isEqualTo("/v26.0/" + Given.BAKERY + "/messages");
        assertThat(marks().getFirst().authorization()).isEqualTo("Bearer the-token");

        conversations.seen(carla, marta, List.of(messages.get(1)));
        awaitCalls(2);
        assertThat(call(1).path("message_id").asString()).isEqualTo(ref(messages.get(2)));
    }

    @Test
    void nothingIsToldWhereTheNumberIsNotSetToIt() {
        conversations.seen(carla, marta, messages(marta));
        typing.typing(typist(), marta);
        // Something that is told, later: what was not told by then will not be.
        NumberId other = given.number(Given.CATERING);
        numbers.receipts(other, new ReceiptSettings(true, false));
        ConversationId tomas = given.writes(other, TOMAS, "Hello");
        conversations.seen(carla, tomas, messages(tomas));
        awaitCalls(1);
        assertThat(call(0).path("message_id").asString())
                .isEqualTo(ref(messages(tomas).getFirst()));
        assertThat(marks().getFirst().path()).contains(Given.CATERING);
    }

    @Test
    void theCustomerSeesThatAnAgentTypesAsLongAsTheyDo() {
        conversations.seen(carla, marta, messages(marta));
        numbers.receipts(number, new ReceiptSettings(false, true));
        typing.typing(typist(), marta);
        awaitCalls(1);
        assertThat(call(0)).isEqualTo(json("""
                {"messaging_product":"whatsapp","status":"read","message_id":"%s",
                 "typing_indicator":{"type":"text"}}""".formatted(ref(messages(marta).getLast()))));

        clock.advance(Duration.ofSeconds(2));
        typing.typing(typist(), marta);
        clock.advance(Duration.ofSeconds(18));
        typing.typing(typist(), marta);
        awaitCalls(2);
    }

    @Test
    void nobodyIsToldOfTypingIntoAClosedConversation() {
        numbers.receipts(number, new ReceiptSettings(true, true));
        clock.advance(Duration.ofHours(25));
        typing.typing(typist(), marta);
        ConversationId tomas = given.writes(number, TOMAS, "Hello");
        typing.typing(typist(), tomas);
        conversations.seen(carla, tomas, messages(tomas));
        awaitCalls(1);
        assertThat(call(0).path("message_id").asString())
                .isEqualTo(ref(messages(tomas).getFirst()));
    }

    private void awaitCalls(int count) {
        await().untilAsserted(() -> assertThat(marks()).hasSize(count));
    }

    private static List<FakeGraph.Request> marks() {
        return GRAPH.requests().stream()
                .filter(request -> request.body().contains("\"status\""))
                .toList();
    }

    private static JsonNode call(int index) {
        return json(marks().get(index).body());
    }

    private static JsonNode json(String text) {
        return JsonMapper.builder().build().readTree(text);
    }

    private Typing.Typist typist() {
        return new Typing.Typist(carla, "Carla", "one tab");
    }

    private List<MessageId> messages(ConversationId conversation) {
        return inbox.open(carla, conversation, 50).messages().stream()
                .map(ChatMessage::id)
                .toList();
    }

    private String ref(MessageId message) {
        return String.valueOf(
                database.queryForObject("select ref from message where id = ?", String.class, message.value()));
    }
}
