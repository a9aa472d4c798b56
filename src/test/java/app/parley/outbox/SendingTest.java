package app.parley.outbox;

import static app.parley.Given.MARTA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.parley.AccountSettings;
import app.parley.DatabaseTest;
import app.parley.Given;
import app.parley.MutableClock;
import app.parley.cloudapi.Webhook;
import app.parley.conversations.ChatMessage;
import app.parley.conversations.ConversationId;
import app.parley.conversations.Conversations;
import app.parley.conversations.Deliveries;
import app.parley.conversations.DeliveryState;
import app.parley.conversations.InboxQueries;
import app.parley.conversations.MessageId;
import app.parley.numbers.NumberId;
import app.parley.team.AgentId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.json.JsonMapper;

/** A reply on its way to WhatsApp, over a real socket. */
@DatabaseTest
class SendingTest {

    static final FakeGraph GRAPH = new FakeGraph();

    @Autowired
    Given given;

    @Autowired
    Conversations conversations;

    @Autowired
    Deliveries deliveries;

    @Autowired
    InboxQueries inbox;

    @Autowired
    Dispatch dispatch;

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
    void martaHasWritten() {
        GRAPH.reset();
        number = given.number(Given.BAKERY);
        carla = given.agent("Carla");
        marta = given.writes(number, MARTA, "Hello");
    }

    @Test
    void theRequestIsWhatTheContractSays() {
        MessageId reply = conversations.reply(carla, marta, "¿Qué tal? 😀 / \"quoted\"", "key-1");
        awaitState(reply, DeliveryState.ACCEPTED);
        FakeGraph.Request request = sends().getFirst();
        assertThat(request.path()).isEqualTo("/v26.0/" + Given.BAKERY + "/messages");
        assertThat(request.authorization()).isEqualTo("Bearer the-token");
        assertThat(request.contentType()).isEqualTo("application/json");
        JsonMapper json = JsonMapper.builder().build();
        assertThat(json.readTree(request.body())).isEqualTo(json.readTree("""
                {"messaging_product":"whatsapp","recipient_type":"individual","to":"+34612550187",
                 "biz_opaque_callback_data":"parley:%d","type":"text",
                 "text":{"body":"¿Qué tal? 😀 / \\"quoted\\"","preview_url":false}}""".formatted(reply.value())));
    }

    @Test
    void aCustomerWithoutAPhoneNumberIsAddressedByTheirUserId() {
        given.receive(
                number,
                "{\"from_user_id\":\"ES.5308\",\"id\":\"wamid.U\",\"timestamp\":\"1790000000\",\"type\":\"text\","
                        + "\"text\":{\"body\":\"no phone here\"}}");
        given.receive(
                number,
                Given.message("x", "wamid.V", "text", "{\"body\":\"now\"}", clock.instant())
                        .replace("\"from\":\"x\"", "\"from_user_id\":\"ES.5308\""));
        ConversationId hana = given.list(carla, app.parley.conversations.Filter.ALL).stream()
                .filter(row -> row.customerName().equals("ES.5308"))
                .findFirst()
                .orElseThrow()
                .id();
        MessageId reply = conversations.reply(carla, hana, "Hi", "key-1");
        await().untilAsserted(() -> assertThat(stateIn(hana, reply)).isEqualTo(DeliveryState.ACCEPTED));
        assertThat(sends().getFirst().body())
                .contains("\"recipient\":\"ES.5308\"")
                .doesNotContain("\"to\"");
    }

    @Test
    void ticksComeBackInWhateverOrderAndOnlyMoveForward() {
        MessageId reply = conversations.reply(carla, marta, "Hi", "key-1");
        awaitState(reply, DeliveryState.ACCEPTED);
        status("wamid.OUT1", "read", null);
        status("wamid.OUT1", "delivered", null);
        status("wamid.OUT1", "sent", null);
        status("wamid.OUT1", "failed", null);
        status("wamid.OUT1", "something_new", null);
        assertThat(state(reply)).isEqualTo(DeliveryState.READ);
    }

    @Test
    void statusesThatComeBeforeTheAnswerAreAppliedWithIt() {
        GRAPH.answers((exchange, count) -> {
            status("wamid.OUT" + count, "sent", null);
            status("wamid.OUT" + count, "delivered", null);
            FakeGraph.accept(exchange, count);
        });
        MessageId reply = conversations.reply(carla, marta, "Hi", "key-1");
        awaitState(reply, DeliveryState.DELIVERED);
    }

    @Test
    void aStatusBearingOurOwnIdSettlesALostAnswer() {
        GRAPH.answers((exchange, count) -> exchange.close());
        MessageId reply = conversations.reply(carla, marta, "Hi", "key-1");
        awaitState(reply, DeliveryState.UNKNOWN);
        status("wamid.OUT1", "delivered", "parley:" + reply.value());
        assertThat(state(reply)).isEqualTo(DeliveryState.DELIVERED);
        assertThat(sends()).hasSize(1);
    }

    @Test
    void aStatusOfAnotherApplicationsMessageChangesNothing() {
        MessageId reply = conversations.reply(carla, marta, "Hi", "key-1");
        awaitState(reply, DeliveryState.ACCEPTED);
        status("wamid.OTHER", "failed", "theirs-42");
        status("wamid.OTHER", "failed", "parley:" + reply.value());
        assertThat(state(reply)).isEqualTo(DeliveryState.ACCEPTED);
    }

    @Test
    void aRefusalFailsTheMessageWithItsReason() {
        GRAPH.answers(
                (exchange, count) -> FakeGraph.answer(
                        exchange,
                        400,
                        "{\"error\":{\"message\":\"(#131026) Message undeliverable\",\"code\":131026,\"error_data\":\"plain\"}}"));
        MessageId reply = conversations.reply(carla, marta, "Hi", "key-1");
        awaitState(reply, DeliveryState.FAILED);
        assertThat(message(marta, reply).errorTitle()).isEqualTo("(#131026) Message undeliverable");
    }

    @Test
    void whatIsTriedAgainHoldsThoseBehindItAndTheOrderIsKept() {
        GRAPH.answers((exchange, count) -> {
            if (count == 1) {
                FakeGraph.answer(exchange, 429, "{\"error\":{\"message\":\"Rate limit\",\"code\":130429}}");
            } else {
                FakeGraph.accept(exchange, count);
            }
        });
        conversations.reply(carla, marta, "First", "key-1");
        conversations.reply(carla, marta, "Second", "key-2");
        MessageId third = conversations.reply(carla, marta, "Third", "key-3");
        await().until(() -> sends().size() == 1);
        clock.advance(Duration.ofSeconds(1));
        awaitState(third, DeliveryState.ACCEPTED);
        assertThat(sends())
                .extracting(request -> JsonMapper.builder()
                        .build()
                        .readTree(request.body())
                        .path("text")
                        .path("body")
                        .asString())
                .containsExactly("First", "First", "Second", "Third");
    }

    @Test
    void anUnknownOneHoldsNothingBehindItAndIsNotSentAgain() {
        GRAPH.answers((exchange, count) -> {
            if (count == 1) {
                FakeGraph.answer(exchange, 502, "<html>Bad gateway</html>");
            } else {
                FakeGraph.accept(exchange, count);
            }
        });
        MessageId first = conversations.reply(carla, marta, "First", "key-1");
        MessageId second = conversations.reply(carla, marta, "Second", "key-2");
        awaitState(second, DeliveryState.ACCEPTED);
        assertThat(state(first)).isEqualTo(DeliveryState.UNKNOWN);
        clock.advance(Duration.ofDays(1));
        assertThat(sends()).hasSize(2);
    }

    private static List<FakeGraph.Request> sends() {
        return GRAPH.requests().stream()
                .filter(request -> request.path().endsWith("/messages"))
                .toList();
    }

    private void status(String ref, String status, @org.jspecify.annotations.Nullable String callbackData) {
        String body = "{\"object\":\"whatsapp_business_account\",\"entry\":[{\"changes\":[{\"field\":\"messages\","
                + "\"value\":{\"statuses\":[{\"id\":\"" + ref + "\",\"status\":\"" + status
                + "\",\"timestamp\":\"1790000000\""
                + (callbackData == null ? "" : ",\"biz_opaque_callback_data\":\"" + callbackData + "\"")
                + "}]}}]}]}";
        Webhook.parse(body.getBytes(StandardCharsets.UTF_8))
                .changes()
                .getFirst()
                .statuses()
                .forEach(each -> deliveries.status(number, each));
    }

    private void awaitState(MessageId reply, DeliveryState state) {
        await().untilAsserted(() -> assertThat(state(reply)).isEqualTo(state));
    }

    private DeliveryState state(MessageId reply) {
        return stateIn(marta, reply);
    }

    private DeliveryState stateIn(ConversationId conversation, MessageId reply) {
        return java.util.Objects.requireNonNull(message(conversation, reply).state());
    }

    private ChatMessage message(ConversationId conversation, MessageId reply) {
        return inbox.open(carla, conversation, 50).messages().stream()
                .filter(message -> message.id().equals(reply))
                .findFirst()
                .orElseThrow();
    }
}
