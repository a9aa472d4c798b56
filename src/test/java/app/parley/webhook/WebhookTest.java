package app.parley.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import app.parley.DatabaseTest;
import app.parley.Given;
import app.parley.MutableClock;
import app.parley.SignedWebhook;
import app.parley.conversations.ConversationRow;
import app.parley.conversations.Filter;
import app.parley.journal.Journal;
import app.parley.journal.JournalRow;
import app.parley.journal.JournalState;
import app.parley.team.AgentId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;

/** What comes to the webhook endpoint, from Meta and from others. */
@DatabaseTest
@AutoConfigureMockMvc
@TestPropertySource(
        properties = {
            "parley.whatsapp.business-account-id=" + Given.ACCOUNT,
            "parley.whatsapp.access-token=token",
            "parley.whatsapp.app-secret=old-secret, new-secret",
            "parley.whatsapp.verify-token=verify-me",
            "parley.whatsapp.graph-url=http://localhost:1"
        })
class WebhookTest {

    private static final String URL = "/webhooks/whatsapp";

    @Autowired
    MockMvc meta;

    @Autowired
    Given given;

    @Autowired
    Journal journal;

    AgentId carla;

    @BeforeEach
    void aNumberAndAnAgent() {
        given.number(Given.BAKERY);
        carla = given.agent("Carla");
    }

    @Test
    void metaVerifiesTheAddress() throws Exception {
        meta.perform(get(URL).param("hub.mode", "subscribe")
                        .param("hub.verify_token", "verify-me")
                        .param("hub.challenge", "<b>1158201444</b>"))
                .andExpect(status().isOk())
                .andExpect(content().contentTypeCompatibleWith("text/plain"))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(content().string("<b>1158201444</b>"));
    }

    @Test
    void aWrongVerifyTokenOrModeIsForbidden() throws Exception {
        meta.perform(get(URL).param("hub.mode", "subscribe").param("hub.verify_token", "guess"))
                .andExpect(status().isForbidden());
        meta.perform(get(URL).param("hub.mode", "other").param("hub.verify_token", "verify-me"))
                .andExpect(status().isForbidden());
        meta.perform(get(URL)).andExpect(status().isForbidden());
    }

    @Test
    void aSignedMessageBecomesAConversation() throws Exception {
        assertThat(deliver(text("wamid.1", "Hello"), "old-secret")).isEqualTo(200);
        await().untilAsserted(() ->
                assertThat(list()).extracting(ConversationRow::customerName).containsExactly("Marta Gil"));
    }

    @Test
    void eitherSecretWillDoWhileTheyAreRotated() throws Exception {
        assertThat(deliver(text("wamid.1", "Hello"), "new-secret")).isEqualTo(200);
    }

    @Test
    void aForgedOrMissingOrMalformedSignatureIsTurnedAwayAndNothingIsKept() throws Exception {
        String body = text("wamid.1", "Hello");
        assertThat(deliver(body, "guessed-secret")).isEqualTo(401);
        meta.perform(post(URL).content(body)).andExpect(status().isUnauthorized());
        for (String header :
                List.of("sha256=", "sha256=zz", "sha256=" + "é".repeat(64), "sha1=abc", "x".repeat(9000))) {
            meta.perform(post(URL).content(body).header("X-Hub-Signature-256", header))
                    .andExpect(status().isUnauthorized());
        }
        assertThat(entries()).isEmpty();
    }

    @Test
    void aBodyChangedOnTheWayIsTurnedAway() throws Exception {
        SignedWebhook signed = SignedWebhook.sign(text("wamid.1", "Hello"), "old-secret");
        meta.perform(post(URL)
                        .content(signed.body().replace("Hello", "Hullo"))
                        .header("X-Hub-Signature-256", signed.signature()))
                .andExpect(status().isUnauthorized());
    }

    @Test
    void threeMegabytesAreTakenAndOneByteMoreIsNot() throws Exception {
        String body = text("wamid.1", "Hello");
        String padded = body + " ".repeat(WebhookBody.LARGEST - body.length());
        assertThat(deliver(padded, "old-secret")).isEqualTo(200);
        assertThat(deliver(padded + " ", "old-secret")).isEqualTo(413);
        await().untilAsserted(() -> assertThat(list()).hasSize(1));
    }

    @Test
    void truncatedAndNonJsonAndForeignBodiesAreKeptAndSetAsideWithASentence() throws Exception {
        String whole = text("wamid.1", "Hello");
        assertThat(deliver(whole.substring(0, whole.length() / 2), "old-secret"))
                .isEqualTo(200);
        assertThat(deliver("[]", "old-secret")).isEqualTo(200);
        assertThat(deliver("{\"object\":\"page\",\"entry\":[]}", "old-secret")).isEqualTo(200);
        assertThat(deliver("", "old-secret")).isEqualTo(200);
        assertThat(deliver(text("wamid.2", "I am behind them"), "old-secret")).isEqualTo(200);
        await().untilAsserted(() -> assertThat(list()).hasSize(1));
        assertThat(entries())
                .extracting(JournalRow::reason)
                .containsExactlyInAnyOrder(
                        "The body is not JSON.",
                        "The body is not a JSON object.",
                        "The object is not \"whatsapp_business_account\".",
                        "The body is not a JSON object.");
    }

    @Test
    void anUnknownFieldIsKeptAndPasses() throws Exception {
        assertThat(deliver(
                        text("wamid.1", "x").replace("\"messages\",\"value\"", "\"brand_new\",\"value\""),
                        "old-secret"))
                .isEqualTo(200);
        assertThat(deliver(text("wamid.2", "Hello"), "old-secret")).isEqualTo(200);
        await().untilAsserted(() -> assertThat(list()).hasSize(1));
        assertThat(entries()).isEmpty();
    }

    @Test
    void aMessageForAnUnknownNumberIsKeptAndArrivesOnceTheNumberIsOurs() throws Exception {
        assertThat(deliver(text("wamid.1", "Hello").replace(Given.BAKERY, Given.CATERING), "old-secret"))
                .isEqualTo(200);
        await().untilAsserted(() -> assertThat(entries())
                .extracting(JournalRow::reason)
                .containsExactly("The number with the id " + Given.CATERING + " is not one of ours."));
        given.number(Given.CATERING);
        await().untilAsserted(() -> assertThat(list()).hasSize(1));
        assertThat(entries()).isEmpty();
    }

    @Test
    void theSameBodyAHundredTimesIsOneMessage() throws Exception {
        for (int i = 0; i < 100; i++) {
            assertThat(deliver(text("wamid.1", "Hello"), "old-secret")).isEqualTo(200);
        }
        deliver(text("wamid.2", "The last one"), "old-secret");
        await().untilAsserted(() ->
                assertThat(list()).extracting(ConversationRow::unseen).containsExactly(2));
    }

    @Test
    void theSameBodyManyTimesAtOnceIsOneMessage() throws Exception {
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = IntStream.range(0, 20)
                    .mapToObj(i -> senders.submit(() -> deliver(text("wamid.1", "Hello"), "old-secret")))
                    .toList();
            for (var answer : answers) {
                assertThat(answer.get()).isEqualTo(200);
            }
        }
        deliver(text("wamid.2", "The last one"), "old-secret");
        await().untilAsserted(() ->
                assertThat(list()).extracting(ConversationRow::unseen).containsExactly(2));
    }

    @Test
    void everyEntryChangeAndMessageOfABatchArrivesAndAnOddOneHoldsUpNobody() throws Exception {
        String odd = "{\"id\":\"wamid.odd\",\"timestamp\":\"1\",\"type\":\"text\",\"text\":{\"body\":\"from nobody\"}}";
        String body = "{\"object\":\"whatsapp_business_account\",\"entry\":["
                + entry(message("1", "wamid.1") + "," + odd + "," + message("2", "wamid.2"))
                + ","
                + entry(message("3", "wamid.3"))
                + "]}";
        assertThat(deliver(body, "old-secret")).isEqualTo(200);
        await().untilAsserted(() -> assertThat(list()).hasSize(3));
        await().untilAsserted(() ->
                assertThat(entries()).extracting(JournalRow::reason).containsExactly("The message names no sender."));
    }

    @Test
    void textLongerThanWhatsAppAllowsIsKeptWhole() throws Exception {
        assertThat(deliver(text("wamid.1", "x".repeat(100_000)), "old-secret")).isEqualTo(200);
        await().untilAsserted(() -> assertThat(list()).hasSize(1));
    }

    private static String entry(String messages) {
        return "{\"id\":\"%s\",\"changes\":[{\"field\":\"messages\",\"value\":{\"metadata\":{\"phone_number_id\":\"%s\"},\"messages\":[%s]}}]}"
                .formatted(Given.ACCOUNT, Given.BAKERY, messages);
    }

    private static String message(String waId, String id) {
        return Given.message(waId, id, "text", "{\"body\":\"Hi\"}", MutableClock.START);
    }

    private static String text(String id, String text) {
        return SignedWebhook.text(Given.ACCOUNT, Given.BAKERY, Given.MARTA, "Marta Gil", id, MutableClock.START, text);
    }

    private int deliver(String body, String secret) throws Exception {
        SignedWebhook signed = SignedWebhook.sign(body, secret);
        return meta.perform(post(URL).content(body).header("X-Hub-Signature-256", signed.signature()))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    private List<ConversationRow> list() {
        return given.list(carla, Filter.ALL);
    }

    private List<JournalRow> entries() {
        return journal.inStates(Set.of(JournalState.QUARANTINED, JournalState.UNASSIGNED), 100);
    }
}
