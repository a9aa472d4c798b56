package app.parley.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.parley.DatabaseTest;
import app.parley.Given;
import app.parley.SignedWebhook;
import app.parley.journal.Journal;
import app.parley.journal.JournalRow;
import app.parley.journal.JournalState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/**
 * Webhooks published by others, where they lie beside the project: each is answered 200 and worked off, and only what
 * is no webhook of WhatsApp's is set aside.
 */
@DatabaseTest
@AutoConfigureMockMvc
@TestPropertySource(
        properties = {
            "parley.whatsapp.business-account-id=" + Given.ACCOUNT,
            "parley.whatsapp.access-token=token",
            "parley.whatsapp.app-secret=published-secret",
            "parley.whatsapp.verify-token=verify-me",
            "parley.whatsapp.graph-url=http://localhost:1"
        })
class PublishedPayloadsTest {

    private static final Path PAYLOADS = Path.of("..", "shared", "cloud-api", "payloads");

    @Autowired
    MockMvc meta;

    @Autowired
    Given given;

    @Autowired
    Journal journal;

    @Autowired
    JdbcTemplate database;

    @BeforeEach
    void aNumber() {
        given.number(Given.BAKERY);
    }

    @Test
    void asIfTheyWereForANumberOfOursEachIsWorkedOff() throws Exception {
        Map<String, String> bodies = published();
        for (Map.Entry<String, String> body : bodies.entrySet()) {
            assertThat(post(ours(body.getKey(), body.getValue())))
                    .as(body.getKey())
                    .isEqualTo(200);
        }
        awaitWorkedOff(bodies.size());
        assertThat(in(JournalState.FAILED)).isEmpty();
        assertThat(in(JournalState.UNASSIGNED)).isEmpty();
        assertThat(in(JournalState.QUARANTINED)).allSatisfy(PublishedPayloadsTest::isTrulyMalformed);
        assertThat(database.queryForObject("select count(*) from message", Integer.class))
                .isGreaterThan(85);
        assertThat(database.queryForObject("select count(*) from account_event", Integer.class))
                .isGreaterThan(25);
    }

    @Test
    void asTheyAreMostAreForNumbersThatAreNotOurs() throws Exception {
        Map<String, String> bodies = published();
        for (Map.Entry<String, String> body : bodies.entrySet()) {
            assertThat(post(body.getValue())).as(body.getKey()).isEqualTo(200);
        }
        awaitWorkedOff(bodies.size());
        assertThat(in(JournalState.FAILED)).isEmpty();
        assertThat(in(JournalState.QUARANTINED)).allSatisfy(PublishedPayloadsTest::isTrulyMalformed);
    }

    private static void isTrulyMalformed(JournalRow row) {
        assertThat(row.reason())
                .isIn(
                        "The object is not \"whatsapp_business_account\".",
                        "The body is not a JSON object.",
                        "The message names no sender.",
                        "The account it is about did not sign it.");
    }

    private static Map<String, String> published() throws IOException {
        assumeTrue(Files.isDirectory(PAYLOADS), "No published payloads beside the project");
        Map<String, String> bodies = new LinkedHashMap<>();
        try (Stream<Path> files = Files.list(PAYLOADS)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                bodies.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        assertThat(bodies).hasSizeGreaterThanOrEqualTo(164);
        return bodies;
    }

    /** For our number and account, whichever it was for; with ids of its own, for many share theirs. */
    private static String ours(String file, String body) {
        return body.replaceAll("\"id\"\\s*:\\s*\"wamid\\.", "\"id\":\"wamid." + file + ".")
                .replaceAll("\"phone_number_id\"\\s*:\\s*\"[^\"]*\"", "\"phone_number_id\":\"" + Given.BAKERY + "\"")
                .replaceFirst(
                        "(\"entry\"\\s*:\\s*\\[\\s*\\{\\s*)\"id\"\\s*:\\s*\"[^\"]*\"",
                        "$1\"id\":\"" + Given.ACCOUNT + "\"")
                .replaceAll("\"waba_id\"\\s*:\\s*\"[^\"]*\"", "\"waba_id\":\"" + Given.ACCOUNT + "\"");
    }

    private int post(String body) throws Exception {
        SignedWebhook signed = SignedWebhook.sign(body, "published-secret");
        return meta.perform(MockMvcRequestBuilders.post("/webhooks/whatsapp")
                        .content(body)
                        .header("X-Hub-Signature-256", signed.signature()))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    private void awaitWorkedOff(int count) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(in(JournalState.RECEIVED)).isEmpty();
            assertThat(database.queryForObject("select count(*) from journal", Integer.class))
                    .isEqualTo(count);
        });
    }

    private List<JournalRow> in(JournalState state) {
        return journal.page(state, null, 1_000);
    }
}
