package app.parley.outbox;

import static app.parley.Given.MARTA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.parley.AccountSettings;
import app.parley.DatabaseTest;
import app.parley.Given;
import app.parley.MutableClock;
import app.parley.conversations.ConversationId;
import app.parley.conversations.Conversations;
import app.parley.conversations.DeliveryState;
import app.parley.conversations.InboxQueries;
import app.parley.conversations.MessageId;
import app.parley.conversations.RefusedException;
import app.parley.numbers.NumberId;
import app.parley.numbers.Numbers;
import app.parley.team.AgentId;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What Meta answers to a send, over a real socket, and what becomes of the message then. */
@DatabaseTest
class OutcomesTest {

    private static final String JONAS = "4915112345678";
    private static final FakeGraph GRAPH = new FakeGraph();

    @Autowired
    Given given;

    @Autowired
    Conversations conversations;

    @Autowired
    InboxQueries inbox;

    @Autowired
    Numbers numbers;

    @Autowired
    RateLimits pace;

    @Autowired
    JdbcTemplate database;

    @Autowired
    MutableClock clock;

    private NumberId number = new NumberId(0);
    private AgentId carla = new AgentId(0);
    private ConversationId marta = new ConversationId(0);

    @DynamicPropertySource
    static void account(DynamicPropertyRegistry settings) {
        AccountSettings.add(settings, GRAPH::url);
        settings.add("parley.whatsapp.answer-timeout", () -> "300ms");
    }

    @BeforeEach
    void martaHasWritten() {
        GRAPH.reset();
        pace.forget();
        number = given.number(Given.BAKERY);
        carla = given.agent("Carla");
        marta = given.writes(number, MARTA, "Hello");
    }

    @Test
    void aTokenThatExpiresPausesTheNumberAndNothingIsLost() {
        GRAPH.answers((exchange, count) -> error(exchange, 401, 190));
        MessageId first = reply("First");
        awaitPaused(true);
        MessageId second = reply("Second");
        assertThat(List.of(state(first), state(second))).containsOnly(DeliveryState.QUEUED);
        assertThat(database.queryForObject("select paused_because from number", Integer.class))
                .isEqualTo(190);
        assertThat(GRAPH.requests()).hasSize(1);
        GRAPH.answers(FakeGraph::accept);
        numbers.resume(number);
        awaitState(second, DeliveryState.ACCEPTED);
        assertThat(state(first)).isEqualTo(DeliveryState.ACCEPTED);
    }

    @Test
    void aMessageThatStopsItsNumberAgainAndAgainFailsInTheEnd() {
        GRAPH.answers((exchange, count) -> error(exchange, 403, 10));
        MessageId first = reply("First");
        for (int resumed = 0; resumed < 4; resumed++) {
            awaitPaused(true);
            assertThat(state(first)).isEqualTo(DeliveryState.QUEUED);
            numbers.resume(number);
        }
        awaitState(first, DeliveryState.FAILED);
        assertThat(GRAPH.requests()).hasSize(5);
    }

    /** As in Brazil and Mexico, where WhatsApp knows people by a number that is one digit shorter or longer. */
    @Test
    void whomWhatsAppKnowsByAnotherNumberAnswersInTheSameConversation() {
        ConversationId ana = conversations.begin(carla, number, "5511912345678");
        GRAPH.answers((exchange, count) -> FakeGraph.answer(
                exchange,
                200,
                "{\"messaging_product\":\"whatsapp\",\"contacts\":[{\"input\":\"+5511912345678\",\"wa_id\":\"551112345678\"}],"
                        + "\"messages\":[{\"id\":\"wamid.ANA\"}]}"));
        given.writes(number, "5511912345678", "Oi");
        MessageId reply = conversations.reply(carla, ana, "Olá", "ana-1");
        awaitState(ana, reply, DeliveryState.ACCEPTED);
        await().untilAsserted(() -> assertThat(database.queryForList(
                        "select wa_id from customer where id = (select customer_id from conversation where id = ?)",
                        String.class,
                        ana.value()))
                .containsExactly("551112345678"));
        assertThat(given.writes(number, "551112345678", "Obrigada")).isEqualTo(ana);
    }

    @Test
    void aDeletedNumberFailsTheMessageAndIsPaused() {
        GRAPH.answers((exchange, count) -> error(exchange, 400, 33));
        awaitState(reply("Hi"), DeliveryState.FAILED);
        awaitPaused(true);
    }

    @Test
    void aFailureThatComesLaterPausesTheNumberToo() {
        MessageId reply = reply("Hi");
        awaitState(reply, DeliveryState.ACCEPTED);
        status("wamid.OUT1", "failed", ",\"errors\":[{\"code\":131042,\"title\":\"Payment\"}]");
        awaitPaused(true);
        assertThat(state(reply)).isEqualTo(DeliveryState.FAILED);
    }

    @Test
    void tooMuchForOneCustomerHoldsUpNobodyElse() {
        GRAPH.answers((exchange, count) -> {
            if (count == 1) {
                error(exchange, 400, 131056);
            } else {
                FakeGraph.accept(exchange, count);
            }
        });
        MessageId reply = reply("Hi");
        await().until(() -> GRAPH.requests().size() == 1);
        ConversationId jonas = given.writes(number, JONAS, "Hello");
        MessageId other = conversations.reply(carla, jonas, "Hello Jonas", "key-jonas");
        awaitState(jonas, other, DeliveryState.ACCEPTED);
        assertThat(state(reply)).isEqualTo(DeliveryState.QUEUED);
        clock.advance(Duration.ofSeconds(7));
        awaitState(reply, DeliveryState.ACCEPTED);
    }

    @Test
    void aLimitOfTheAccountRestsAsLongAsMetaSays() {
        GRAPH.answers((exchange, count) -> {
            if (count == 1) {
                exchange.getResponseHeaders()
                        .set(
                                "x-business-use-case-usage",
                                "{\"1\":[{\"type\":\"messages\",\"estimated_time_to_regain_access\":12}]}");
                error(exchange, 400, 80007);
            } else {
                FakeGraph.accept(exchange, count);
            }
        });
        MessageId reply = reply("Hi");
        await().until(() -> wasTurnedAway(80007));
        clock.advance(Duration.ofMinutes(11));
        ConversationId jonas = given.writes(number, JONAS, "Hello");
        MessageId other = conversations.reply(carla, jonas, "Hello Jonas", "key-jonas");
        await().during(Duration.ofMillis(1200)).until(() -> GRAPH.requests().size() == 1);
        clock.advance(Duration.ofMinutes(1));
        awaitState(jonas, other, DeliveryState.ACCEPTED);
        awaitState(reply, DeliveryState.ACCEPTED);
    }

    @ParameterizedTest
    @CsvSource({"500, 2", "503, 131016", "400, 131000", "500, 135000", "429, 130429", "429, 4711"})
    void whatSurelyWasNotAcceptedIsTriedAgain(int status, int code) {
        GRAPH.answers((exchange, count) -> {
            if (count == 1) {
                error(exchange, status, code);
            } else {
                FakeGraph.accept(exchange, count);
            }
        });
        MessageId reply = reply("Hi");
        await().until(() -> GRAPH.requests().size() == 1 && waits());
        clock.advance(Duration.ofSeconds(1));
        awaitState(reply, DeliveryState.ACCEPTED);
    }

    @Test
    void somethingThatWentWrongIsTriedAFewTimesOnly() {
        GRAPH.answers((exchange, count) -> error(exchange, 500, 131000));
        MessageId reply = reply("Hi");
        for (int attempt = 1; attempt <= 6; attempt++) {
            int sent = attempt;
            await().until(() -> GRAPH.requests().size() == sent && (waits() || state(reply) == DeliveryState.FAILED));
            clock.advance(Duration.ofMinutes(5));
        }
        awaitState(reply, DeliveryState.FAILED);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 400, 403, 404, 500, 502, 504})
    void aPageOfHtmlTellsNothing(int status) {
        GRAPH.answers((exchange, count) -> FakeGraph.answer(exchange, status, "<html>Sorry</html>"));
        awaitState(reply("Hi"), DeliveryState.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "[]", "null", "\"x\"", "{\"error\":\"no\"}", "{\"messages\":[{}]}", "{\"messages\":7}"})
    void jsonThatIsNotMetasTellsNothing(String json) {
        GRAPH.answers((exchange, count) -> FakeGraph.answer(exchange, 200, json));
        awaitState(reply("Hi"), DeliveryState.UNKNOWN);
    }

    @Test
    void anAnswerThatNeverComesLeavesItUnknown() {
        GRAPH.answers((exchange, count) -> {});
        awaitState(reply("Hi"), DeliveryState.UNKNOWN);
    }

    @Test
    void afterTenMinutesAnUnknownOneMayBeSentAgainOnceByWhoeverIsFirst() {
        GRAPH.answers((exchange, count) -> exchange.close());
        MessageId reply = reply("Hi");
        awaitState(reply, DeliveryState.UNKNOWN);
        GRAPH.answers(FakeGraph::accept);
        AgentId ben = given.agent("Ben");
        clock.advance(Duration.ofMinutes(10).minusSeconds(1));
        assertThatThrownBy(() -> conversations.resend(carla, reply, "again-0"))
                .isInstanceOf(RefusedException.class)
                .hasMessage("NOT_RESENDABLE");
        clock.advance(Duration.ofSeconds(1));
        var one = CompletableFuture.supplyAsync(() -> conversations.resend(carla, reply, "again-1"));
        var two = CompletableFuture.supplyAsync(() -> conversations.resend(ben, reply, "again-2"));
        assertThat(one.join()).isEqualTo(two.join()).isNotEqualTo(reply);
        awaitState(one.join(), DeliveryState.ACCEPTED);
        assertThat(GRAPH.requests()).hasSize(2);
        assertThat(GRAPH.requests().getLast().body()).contains("\"Hi\"");
    }

    @Test
    void whatWouldFailAgainIsNotSentAgain() {
        GRAPH.answers((exchange, count) -> error(exchange, 400, 131026));
        MessageId reply = reply("Hi");
        awaitState(reply, DeliveryState.FAILED);
        assertThatThrownBy(() -> conversations.resend(carla, reply, "again"))
                .isInstanceOf(RefusedException.class)
                .hasMessage("NOT_RESENDABLE");
    }

    @Test
    void whatFailedIsNotSentAgainOnceTheSessionIsOver() {
        GRAPH.answers((exchange, count) -> error(exchange, 400, 131053));
        MessageId reply = reply("Hi");
        awaitState(reply, DeliveryState.FAILED);
        AgentId stranger = given.agentOf("Stranger");
        assertThatThrownBy(() -> conversations.resend(stranger, reply, "again")).hasMessage("NOT_FOUND");
        clock.advance(Duration.ofHours(25));
        assertThatThrownBy(() -> conversations.resend(carla, reply, "again")).hasMessage("EXPIRED");
    }

    private static void error(com.sun.net.httpserver.HttpExchange exchange, int status, int code) throws IOException {
        FakeGraph.answer(exchange, status, "{\"error\":{\"message\":\"(#" + code + ") No\",\"code\":" + code + "}}");
    }

    private void status(String ref, String status, String more) {
        given.statuses(
                number,
                "{\"id\":\"" + ref + "\",\"status\":\"" + status + "\",\"timestamp\":\"1790000000\"" + more + "}");
    }

    private MessageId reply(String text) {
        return conversations.reply(carla, marta, text, "key-" + text);
    }

    private boolean waits() {
        return database.queryForList("select state from outbox", String.class).contains("WAITING");
    }

    private boolean wasTurnedAway(int code) {
        return database.queryForList("select error_code from outbox", Integer.class)
                .contains(code);
    }

    private void awaitPaused(boolean paused) {
        await().until(() -> numbers.byId(number).orElseThrow().paused() == paused);
    }

    private void awaitState(MessageId reply, DeliveryState state) {
        awaitState(marta, reply, state);
    }

    private void awaitState(ConversationId conversation, MessageId reply, DeliveryState state) {
        await().untilAsserted(() -> assertThat(state(conversation, reply)).isEqualTo(state));
    }

    private DeliveryState state(MessageId reply) {
        return state(marta, reply);
    }

    private DeliveryState state(ConversationId conversation, MessageId reply) {
        return inbox.open(carla, conversation, 50).messages().stream()
                .filter(message -> message.id().equals(reply))
                .map(message -> Objects.requireNonNull(message.state()))
                .findFirst()
                .orElseThrow();
    }
}
