package app.parley.outbox;

import static app.parley.Given.MARTA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.parley.AccountSettings;
import app.parley.DatabaseTest;
import app.parley.Given;
import app.parley.MutableClock;
import app.parley.cloudapi.OutboundContent;
import app.parley.conversations.ChatMessage;
import app.parley.conversations.Content;
import app.parley.conversations.ConversationId;
import app.parley.conversations.Conversations;
import app.parley.conversations.DeliveryState;
import app.parley.conversations.InboxQueries;
import app.parley.conversations.MessageId;
import app.parley.conversations.MessageKind;
import app.parley.media.Upload;
import app.parley.media.UploadIntent;
import app.parley.media.Uploads;
import app.parley.numbers.NumberId;
import app.parley.team.AgentId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.json.JsonMapper;

/** What crosses the socket for each thing an agent may send, beside what the contract says (sections 4 and 5). */
@DatabaseTest
class WireTest {

    private static final FakeGraph GRAPH = new FakeGraph();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired
    Given given;

    @Autowired
    Conversations conversations;

    @Autowired
    InboxQueries inbox;

    @Autowired
    OutboxQueries outbox;

    @Autowired
    Uploads uploads;

    @Autowired
    MutableClock clock;

    MessageId last = new MessageId(0);
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
        GRAPH.answers(WireTest::takeAll);
        number = given.number(Given.BAKERY);
        carla = given.agent("Carla");
        given.receive(number, Given.message(MARTA, "wamid.IN1", "text", "{\"body\":\"Hello\"}", clock.instant()));
        marta = given.conversation(number, MARTA);
    }

    /** Uploads are "1037543291543636", "media-2", …, by the count of all requests. */
    private static void takeAll(com.sun.net.httpserver.HttpExchange exchange, int count) throws IOException {
        if (exchange.getRequestURI().getPath().endsWith("/media")) {
            FakeGraph.answer(exchange, 200, "{\"id\":\"1037543291543636\"}");
        } else {
            FakeGraph.accept(exchange, count);
        }
    }

    @Test
    void aText() {
        sends(new Content.Text("¿Qué tal? 😀"), null);
        wrote("""
                {"messaging_product":"whatsapp","recipient_type":"individual","to":"+34612550187",
                 "biz_opaque_callback_data":"parley:ID","type":"text",
                 "text":{"body":"¿Qué tal? 😀","preview_url":false}}""");
    }

    @Test
    void aTextThatQuotesTheCustomersMessage() {
        ChatMessage hers = inbox.open(carla, marta, 10).messages().getFirst();
        sends(new Content.Text("To this one"), hers.id());
        wrote("""
                {"messaging_product":"whatsapp","recipient_type":"individual","to":"+34612550187",
                 "context":{"message_id":"wamid.IN1"},
                 "biz_opaque_callback_data":"parley:ID","type":"text",
                 "text":{"body":"To this one","preview_url":false}}""");
    }

    @Test
    void aPhotoWithACaption() {
        sends(file("walnut-loaf.jpg", UploadIntent.ANY, "Two left"), null);
        wrote("""
                {"messaging_product":"whatsapp","recipient_type":"individual","to":"+34612550187",
                 "biz_opaque_callback_data":"parley:ID","type":"image",
                 "image":{"caption":"Two left","id":"1037543291543636"}}""");
        uploaded("image/jpeg", "walnut-loaf.jpg");
    }

    @Test
    void aVideo() {
        sends(file("fresh-loaf.mp4", UploadIntent.ANY, null), null);
        wrote("""
                {"messaging_product":"whatsapp","recipient_type":"individual","to":"+34612550187",
                 "biz_opaque_callback_data":"parley:ID","type":"video","video":{"id":"1037543291543636"}}""");
        uploaded("video/mp4", "fresh-loaf.mp4");
    }

    @Test
    void aSound() {
        sends(file("voice-message.ogg", UploadIntent.ANY, null), null);
        wrote("""
                {"messaging_product":"whatsapp","recipient_type":"individual","to":"+34612550187",
                 "biz_opaque_callback_data":"parley:ID","type":"audio","audio":{"id":"1037543291543636"}}""");
        uploaded("audio/ogg", "voice-message.ogg");
    }

    @Test
    void aVoiceMessage() {
        sends(file("voice-message.ogg", UploadIntent.VOICE, null), null);
        wrote("""
                {"messaging_product":"whatsapp","recipient_type":"individual","to":"+34612550187",
                 "biz_opaque_callback_data":"parley:ID","type":"audio","audio":{"voice":true,"id":"1037543291543636"}}""");
    }

    @Test
    void aDocumentBearsItsName() {
        sends(file("menu-catering.pdf", UploadIntent.ANY, "The menu"), null);
        wrote("""
                {"messaging_product":"whatsapp","recipient_type":"individual","to":"+34612550187",
                 "biz_opaque_callback_data":"parley:ID","type":"document",
                 "document":{"caption":"The menu","filename":"menu-catering.pdf","id":"1037543291543636"}}""");
        uploaded("application/pdf", "menu-catering.pdf");
    }

    @Test
    void aSticker() {
        Content.File sticker = file("sticker.webp", UploadIntent.ANY, null);
        sends(new Content.File(MessageKind.STICKER, sticker.file(), null), null);
        wrote("""
                {"messaging_product":"whatsapp","recipient_type":"individual","to":"+34612550187",
                 "biz_opaque_callback_data":"parley:ID","type":"sticker","sticker":{"id":"1037543291543636"}}""");
    }

    @Test
    void aPlace() {
        String place = OutboundContent.location(
                new BigDecimal("41.38263"), new BigDecimal("-2.17"), "Panadería Bonita", "Plaça Reial 3");
        sends(new Content.Card(MessageKind.LOCATION, "Panadería Bonita", place), null);
        wrote("""
                {"messaging_product":"whatsapp","recipient_type":"individual","to":"+34612550187",
                 "biz_opaque_callback_data":"parley:ID","type":"location",
                 "location":{"latitude":41.38263,"longitude":-2.17,"name":"Panadería Bonita",
                             "address":"Plaça Reial 3"}}""");
    }

    @Test
    void aContact() {
        String contact = OutboundContent.contact("Freja van der Lind", "+46 70 765 43 21", "46707654321");
        sends(new Content.Card(MessageKind.CONTACTS, "Freja van der Lind", contact), null);
        wrote("""
                {"messaging_product":"whatsapp","recipient_type":"individual","to":"+34612550187",
                 "biz_opaque_callback_data":"parley:ID","type":"contacts",
                 "contacts":[{"name":{"formatted_name":"Freja van der Lind","first_name":"Freja",
                                      "last_name":"van der Lind"},
                              "phones":[{"phone":"+46 70 765 43 21","wa_id":"46707654321"}]}]}""");
    }

    @Test
    void aReactionAndItsRemoval() {
        MessageId hers = inbox.open(carla, marta, 10).messages().getFirst().id();
        sends(new Content.Reaction(hers, "👍"), null);
        wrote("""
                {"messaging_product":"whatsapp","recipient_type":"individual","to":"+34612550187",
                 "biz_opaque_callback_data":"parley:ID","type":"reaction",
                 "reaction":{"message_id":"wamid.IN1","emoji":"👍"}}""");
        sends(new Content.Reaction(hers, null), null);
        wrote("""
                {"messaging_product":"whatsapp","recipient_type":"individual","to":"+34612550187",
                 "biz_opaque_callback_data":"parley:ID","type":"reaction",
                 "reaction":{"message_id":"wamid.IN1","emoji":""}}""");
    }

    @Test
    void aFileThatWhatsAppHasIsNotTakenThereAgainForAMonth() {
        sends(file("menu-catering.pdf", UploadIntent.ANY, null), null);
        sends(file("menu-catering.pdf", UploadIntent.ANY, null), null);
        assertThat(uploadsMade()).hasSize(1);
        clock.advance(Duration.ofDays(30));
        given.writes(number, MARTA, "Again, please");
        sends(file("menu-catering.pdf", UploadIntent.ANY, null), null);
        assertThat(uploadsMade()).hasSize(2);
    }

    @Test
    void aFileThatWhatsAppHasForgottenIsTakenThereAgain() {
        sends(file("menu-catering.pdf", UploadIntent.ANY, null), null);
        AtomicBoolean forgotten = new AtomicBoolean();
        GRAPH.answers((exchange, count) -> {
            if (forgotten.compareAndSet(false, true)) {
                FakeGraph.answer(exchange, 400, "{\"error\":{\"message\":\"gone\",\"code\":100,\"error_subcode\":33}}");
            } else {
                takeAll(exchange, count);
            }
        });
        sends(file("menu-catering.pdf", UploadIntent.ANY, null), null);
        assertThat(uploadsMade()).hasSize(2);
    }

    @Test
    void anUploadWhoseAnswerIsLostIsSimplyRepeated() {
        AtomicBoolean lost = new AtomicBoolean();
        GRAPH.answers((exchange, count) -> {
            if (lost.compareAndSet(false, true)) {
                exchange.close();
            } else {
                takeAll(exchange, count);
            }
        });
        MessageId photo = queue(file("walnut-loaf.jpg", UploadIntent.ANY, null), null);
        await().until(() -> uploadsMade().size() == 1);
        await().untilAsserted(() -> {
            clock.advance(Duration.ofSeconds(5));
            assertThat(state(photo)).isEqualTo(DeliveryState.ACCEPTED);
        });
        assertThat(uploadsMade()).hasSize(2);
    }

    @Test
    void anUploadThatIsRefusedFailsTheMessageWithTheReason() {
        GRAPH.answers((exchange, count) ->
                FakeGraph.answer(exchange, 400, "{\"error\":{\"message\":\"Media upload error\",\"code\":131053}}"));
        MessageId photo = queue(file("walnut-loaf.jpg", UploadIntent.ANY, null), null);
        await().untilAsserted(() -> assertThat(state(photo)).isEqualTo(DeliveryState.FAILED));
        assertThat(message(photo).errorCode()).isEqualTo(131053);
        assertThat(messagesMade()).isEmpty();
    }

    private Content.File file(String demo, UploadIntent intent, @Nullable String caption) {
        try (InputStream in = Objects.requireNonNull(WireTest.class.getResourceAsStream("/demo/" + demo))) {
            Upload upload = uploads.take(carla, marta, intent, demo, new ByteArrayInputStream(in.readAllBytes()))
                    .orElseThrow();
            return new Content.File(upload.kind(), upload.file(), caption);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private MessageId queue(Content content, @Nullable MessageId quoted) {
        return conversations.send(
                carla, marta, content, quoted, java.util.UUID.randomUUID().toString());
    }

    private void sends(Content content, @Nullable MessageId quoted) {
        last = queue(content, quoted);
        String bears = "\"parley:" + last.value() + "\"";
        await().until(() ->
                messagesMade().stream().anyMatch(request -> request.body().contains(bears)));
        await().until(() -> outbox.backlog().waiting() == 0);
    }

    private void wrote(String expected) {
        FakeGraph.Request request = messagesMade().getLast();
        assertThat(request.path()).isEqualTo("/v26.0/" + Given.BAKERY + "/messages");
        assertThat(request.authorization()).isEqualTo("Bearer the-token");
        assertThat(request.contentType()).isEqualTo("application/json");
        assertThat(JSON.readTree(request.body()))
                .isEqualTo(JSON.readTree(expected.replace("parley:ID", "parley:" + last.value())));
    }

    private void uploaded(String type, String name) {
        FakeGraph.Request request = uploadsMade().getLast();
        assertThat(request.path()).isEqualTo("/v26.0/" + Given.BAKERY + "/media");
        assertThat(request.authorization()).isEqualTo("Bearer the-token");
        String contentType = Objects.requireNonNull(request.contentType());
        assertThat(contentType).startsWith("multipart/form-data; boundary=");
        String boundary = contentType.substring(contentType.indexOf('=') + 1);
        assertThat(request.body()).startsWith("""
                --BOUNDARY
                Content-Disposition: form-data; name="messaging_product"

                whatsapp
                --BOUNDARY
                Content-Disposition: form-data; name="type"

                TYPE
                --BOUNDARY
                Content-Disposition: form-data; name="file"; filename="NAME"
                Content-Type: TYPE

                """.replace("\n", "\r\n")
                .replace("BOUNDARY", boundary)
                .replace("TYPE", type)
                .replace("NAME", name));
        assertThat(request.body()).endsWith("\r\n--" + boundary + "--\r\n");
    }

    private static List<FakeGraph.Request> messagesMade() {
        return requests("/messages");
    }

    private static List<FakeGraph.Request> uploadsMade() {
        return requests("/media");
    }

    private static List<FakeGraph.Request> requests(String end) {
        return GRAPH.requests().stream()
                .filter(request -> request.path().endsWith(end))
                .toList();
    }

    private @Nullable DeliveryState state(MessageId id) {
        return message(id).state();
    }

    private ChatMessage message(MessageId id) {
        return inbox.open(carla, marta, 50).messages().stream()
                .filter(message -> message.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
