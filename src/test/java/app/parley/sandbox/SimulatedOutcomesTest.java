package app.parley.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** How sends fare, and what the statuses say of it (contract section 3). */
class SimulatedOutcomesTest extends SandboxTest {

    @Test
    void anAcceptedMessageIsSentAndDelivered() throws Exception {
        String id = messageId(send(text("+" + MARTA, "Hi", "row-1")));

        List<JsonNode> statuses = statusesOf(id, "sent", "delivered");
        assertThat(withoutTime(statuses.getFirst())).isEqualTo(json("""
                {"id":"%s","status":"sent","recipient_id":"34612550187","recipient_user_id":"%s",
                 "biz_opaque_callback_data":"row-1",
                 "pricing":{"billable":false,"pricing_model":"PMP","type":"free_customer_service","category":"service"}}""".formatted(id, martasUserId())));
        assertThat(statuses.getFirst().path("timestamp").isString()).isTrue();
    }

    @Test
    void everyWebhookIsSignedOverItsBytes() throws Exception {
        String id = messageId(send(text("+" + MARTA, "Hi", "row-é/😀")));
        statusesOf(id, "sent", "delivered");

        assertThat(application.taken())
                .filteredOn(webhook -> webhook.body().contains(id.substring(6, 40)))
                .hasSize(2)
                .allSatisfy(webhook -> {
                    assertThat(webhook.signature()).isEqualTo(Signature.of(webhook.bytes(), "sandbox-app-secret"));
                    assertThat(webhook.body())
                            .contains("row-\\u00e9\\/\\ud83d\\ude00")
                            .isASCII();
                });
    }

    @Test
    void aCustomerWhoReadsSaysSo() throws Exception {
        String id = messageId(send(text("+" + MARTA, "Hi", "row-2")));
        statusesOf(id, "sent", "delivered");

        post("/sandbox/control/reads", "{\"phone_number_id\":\"" + BAKERY + "\",\"from\":\"" + MARTA + "\"}");

        assertThat(statusesOf(id, "sent", "delivered", "read").getLast().has("pricing"))
                .isFalse();
    }

    @Test
    void aMessageMayFailLater() throws Exception {
        foresee("{\"fate\":\"fails_later\",\"code\":131049,\"times\":1}");

        String id = messageId(send(text("+" + MARTA, "Hi", "row-3")));

        JsonNode failed = statusesOf(id, "sent", "failed").getLast();
        assertThat(failed.at("/errors/0/code").asInt()).isEqualTo(131049);
        assertThat(failed.has("recipient_user_id")).isFalse();
        assertThat(application.taken())
                .filteredOn(webhook -> webhook.body().contains("\"failed\""))
                .allSatisfy(
                        webhook -> assertThat(webhook.value().has("contacts")).isFalse());
    }

    @Test
    void aRejectionAndARateLimitBearTheirCodesAndPass() throws Exception {
        foresee("{\"fate\":\"rejected\",\"code\":131026,\"times\":1}");
        foresee("{\"fate\":\"rate_limited\",\"times\":1}");

        HttpResponse<String> rejected = send(text("+" + MARTA, "1", "row-4"));
        HttpResponse<String> limited = send(text("+" + MARTA, "2", "row-5"));

        assertThat(rejected.statusCode()).isEqualTo(400);
        assertThat(json(rejected).at("/error/code").asInt()).isEqualTo(131026);
        assertThat(limited.statusCode()).isEqualTo(429);
        assertThat(json(limited).at("/error/code").asInt()).isEqualTo(130429);
        assertThat(send(text("+" + MARTA, "3", "row-6")).statusCode()).isEqualTo(200);
    }

    @Test
    void anAnswerLostAfterAcceptanceIsClearedUpByTheStatuses() throws Exception {
        foresee("{\"fate\":\"lost_after\",\"times\":1}");

        assertThatThrownBy(() -> send(text("+" + MARTA, "Hi", "row-7"))).isInstanceOf(IOException.class);

        await().untilAsserted(() -> assertThat(application.statuses())
                .filteredOn(it -> it.path("biz_opaque_callback_data").asString().equals("row-7"))
                .extracting(it -> it.path("status").asString())
                .containsExactly("sent", "delivered"));
    }

    @Test
    void anAnswerLostBeforeAcceptanceLeavesNoTrace() throws Exception {
        foresee("{\"fate\":\"lost_before\",\"times\":1}");

        assertThatThrownBy(() -> send(text("+" + MARTA, "Hi", "row-8"))).isInstanceOf(IOException.class);

        await().during(Duration.ofMillis(300))
                .until(() -> application.taken().stream()
                        .noneMatch(webhook -> webhook.body().contains("row-8")));
        // Statuses of the sends before may still be under way, so it need not be the newest entry.
        SandboxRecord.Entry lost = sandbox.getBean(SandboxRecord.class).after(0).stream()
                .filter(entry -> entry.body().contains("row-8"))
                .findFirst()
                .orElseThrow();
        assertThat(lost.status()).isZero();
        assertThat(lost.messageId()).isNull();
    }

    @Test
    void anErrorPageOfAProxyTellsNothingOfWhatWasAccepted() throws Exception {
        foresee("{\"fate\":\"bad_gateway_before\",\"times\":1}");
        foresee("{\"fate\":\"bad_gateway_after\",\"times\":1}");

        HttpResponse<String> before = send(text("+" + MARTA, "1", "row-9"));
        HttpResponse<String> after = send(text("+" + MARTA, "2", "row-10"));

        assertThat(List.of(before.statusCode(), after.statusCode())).containsOnly(502);
        assertThat(after.body()).startsWith("<html>");
        await().untilAsserted(() -> assertThat(application.statuses())
                .extracting(it -> it.path("biz_opaque_callback_data").asString())
                .contains("row-10")
                .doesNotContain("row-9"));
    }

    @Test
    void aTokenMayExpireAndANumberBeDeletedInTheMidst() throws Exception {
        foresee("{\"fate\":\"token_expired\",\"times\":1}");
        foresee("{\"fate\":\"number_deleted\",\"times\":1}");

        HttpResponse<String> expired = send(text("+" + MARTA, "1", "row-11"));
        HttpResponse<String> deleted = send(text("+" + MARTA, "2", "row-12"));

        assertThat(expired.statusCode()).isEqualTo(401);
        assertThat(json(expired).at("/error/error_subcode").asInt()).isEqualTo(463);
        assertThat(json(deleted).at("/error/code").asInt()).isEqualTo(33);
    }

    @Test
    void whatIsDrawnByLotIsTheSameForTheSameSeed() throws Exception {
        String mix = "{\"seed\":7,\"mix\":{\"rate_limited\":0.3,\"unavailable\":0.3}}";
        play("fates", mix);
        List<Integer> first = statuses(20);
        play("fates", mix);
        assertThat(statuses(20)).isEqualTo(first).contains(200, 429, 500);
    }

    @Test
    void limitsAreKeptOnceSwitchedOn() throws Exception {
        play("throttling", "{\"per_second\":3}");
        assertThat(statuses(6)).startsWith(200, 200, 200).contains(429);
        play("throttling", "{\"pairs\":true}");
        assertThat(statuses(50)).startsWith(200, 200).endsWith(400);
        play("throttling", "{}");
        assertThat(statuses(3)).containsOnly(200);
    }

    @Test
    void statusesMayBeLostOrComeTwice() throws Exception {
        play("statuses", "{\"seed\":1,\"twice\":1.0}");
        String twice = messageId(send(text("+" + MARTA, "1", "row-13")));
        statusesOf(twice, "sent", "sent", "delivered", "delivered");
        play("statuses", "{\"seed\":1,\"lost\":1.0}");
        String lost = messageId(send(text("+" + MARTA, "2", "row-14")));
        await().during(Duration.ofMillis(300))
                .untilAsserted(() -> assertThat(application.statuses())
                        .noneMatch(it -> it.path("id").asString().equals(lost)));
        play("statuses", "{}");
    }

    private List<Integer> statuses(int sends) throws IOException, InterruptedException {
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < sends; i++) {
            statuses.add(send(text("+" + MARTA, "Hi", "row-lot")).statusCode());
        }
        return statuses;
    }

    private void play(String what, String order) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                request("/sandbox/control/" + what).PUT(HttpRequest.BodyPublishers.ofString(order));
        assertThat(answer(request).statusCode()).isEqualTo(200);
    }

    private void foresee(String fate) throws IOException, InterruptedException {
        HttpRequest.Builder order = request("/sandbox/control/fate").PUT(HttpRequest.BodyPublishers.ofString(fate));
        assertThat(answer(order).statusCode()).isEqualTo(200);
    }

    private List<JsonNode> statusesOf(String id, String... states) {
        await().untilAsserted(() -> assertThat(application.statuses())
                .filteredOn(it -> it.path("id").asString().equals(id))
                .extracting(it -> it.path("status").asString())
                .containsExactly(states));
        return application.statuses().stream()
                .filter(it -> it.path("id").asString().equals(id))
                .toList();
    }

    private static JsonNode withoutTime(JsonNode status) {
        return ((ObjectNode) status.deepCopy()).without("timestamp");
    }

    private static String messageId(HttpResponse<String> answer) {
        return json(answer).at("/messages/0/id").asString();
    }

    private String martasUserId() {
        return sandbox.getBean(Phones.class).customer(null, MARTA, "").userId();
    }
}
