package app.parley.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What customers do reaches the application as Meta's webhooks would (contract section 2). */
class CustomersTest extends SandboxTest {

    @Test
    void aCustomersTextArrivesInMetasEnvelope() throws Exception {
        String id = says(
                "16505551234",
                "\"name\":\"Ana\",\"user_id\":\"US.1349\"",
                "{\"type\":\"text\",\"text\":{\"body\":\"Hi\"}}");

        await().until(() -> application.taken().size() == 1);
        ObjectNode body =
                (ObjectNode) MetaJson.read(application.taken().getFirst().bytes());
        String timestamp =
                body.at("/entry/0/changes/0/value/messages/0/timestamp").asString();
        assertThat(body).isEqualTo(json("""
                {"object":"whatsapp_business_account","entry":[{"id":"102290129340398","changes":[{"field":"messages","value":{
                 "messaging_product":"whatsapp",
                 "metadata":{"display_phone_number":"15550104477","phone_number_id":"106540352242922"},
                 "contacts":[{"profile":{"name":"Ana"},"wa_id":"16505551234","user_id":"US.1349"}],
                 "messages":[{"from":"16505551234","from_user_id":"US.1349","id":"%s","timestamp":"%s","type":"text",
                  "text":{"body":"Hi"}}]}}]}]}""".formatted(id, timestamp)));
        assertThat(Instant.ofEpochSecond(Long.parseLong(timestamp)))
                .isBetween(Instant.now().minusSeconds(60), Instant.now());
    }

    @Test
    void whoHidesTheNumberIsNamedByUserIdAndUsername() throws Exception {
        Phones phones = sandbox.getBean(Phones.class);
        Phone hana = phones.all().stream()
                .filter(it -> it.customer().name().equals("Hana Sato"))
                .findFirst()
                .orElseThrow();

        sandbox.getBean(CustomerActions.class)
                .says(hana, CustomerContent.text("Good morning"), MessageTime.TWO_DAYS_AGO);

        await().until(() -> application.taken().size() == 1);
        JsonNode value = application.taken().getFirst().value();
        assertThat(value.path("contacts"))
                .isEqualTo(json("""
                [{"profile":{"name":"Hana Sato","username":"@hana.sato"},"user_id":"%s"}]""".formatted(hana.customer().userId())));
        assertThat(value.at("/messages/0").has("from")).isFalse();
        assertThat(Instant.ofEpochSecond(
                        Long.parseLong(value.at("/messages/0/timestamp").asString())))
                .isBefore(Instant.now().minusSeconds(47 * 3600));
    }

    @Test
    void aReactionTakenBackBearsNoEmoji() {
        assertThat(CustomerContent.reaction("wamid.OUT1", "").parts()).isEqualTo(json("""
                {"type":"reaction","reaction":{"message_id":"wamid.OUT1"}}"""));
    }

    @Test
    void oneCustomersMessagesStayInOrderEvenWhenTheApplicationRefusesForAWhile() throws Exception {
        application.refuseNext(503);
        application.refuseNext(500);
        for (int count = 1; count <= 5; count++) {
            says("16505550000", "\"name\":\"Bo\"", "{\"type\":\"text\",\"text\":{\"body\":\"" + count + "\"}}");
        }

        List<String> expected =
                IntStream.rangeClosed(1, 5).mapToObj(Integer::toString).toList();
        await().untilAsserted(() -> assertThat(application.taken())
                .extracting(it -> it.value().at("/messages/0/text/body").asString())
                .containsExactlyElementsOf(expected));
    }

    @Test
    void theTicksTellThatItArrivedAndThatTheInboxReadIt() throws Exception {
        String id = says("16505557777", "\"name\":\"Cy\"", "{\"type\":\"text\",\"text\":{\"body\":\"Hello?\"}}");
        Phones phones = sandbox.getBean(Phones.class);
        Phone phone = phones.phone(phones.number(BAKERY).orElseThrow(), phones.customer(null, "16505557777", ""));
        await().until(() -> phone.newest(1).getFirst().ticks() == Ticks.DELIVERED);

        HttpResponse<String> read = send("""
                {"messaging_product":"whatsapp","status":"read","message_id":"%s","typing_indicator":{"type":"text"}}""".formatted(id));

        assertThat(json(read)).isEqualTo(json("{\"success\":true}"));
        assertThat(phone.newest(1).getFirst().ticks()).isEqualTo(Ticks.READ);
    }

    @Test
    void markingAnUnknownMessageAsReadIsRefused() throws Exception {
        HttpResponse<String> read =
                send("{\"messaging_product\":\"whatsapp\",\"status\":\"read\",\"message_id\":\"wamid.NO\"}");

        assertThat(read.statusCode()).isEqualTo(400);
        assertThat(json(read).at("/error/code").asInt()).isEqualTo(100);
    }

    private String says(String from, String who, String message) throws IOException, InterruptedException {
        HttpResponse<String> answer = post(
                "/sandbox/control/messages",
                "{\"phone_number_id\":\"%s\",\"from\":\"%s\",%s,\"message\":%s}".formatted(BAKERY, from, who, message));
        assertThat(answer.statusCode()).isEqualTo(200);
        return json(answer).path("id").asString();
    }
}
