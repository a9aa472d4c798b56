package app.parley.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.parley.SignedWebhook;
import app.parley.journal.Journal;
import app.parley.journal.JournalState;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** Brings the webhooks that lie in {@code webhooks/} to the front door, signed as Meta signs them. */
final class Postman {

    static final String SECRET = "fixture-secret";

    private final MockMvc door;
    private final Journal journal;

    Postman(MockMvc door, Journal journal) {
        this.door = door;
        this.journal = journal;
    }

    /** Each is taken and worked off before the next one comes. */
    void brings(String... names) {
        for (String name : names) {
            post(text(name));
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(journal.counts().getOrDefault(JournalState.RECEIVED, 0))
                            .as(name)
                            .isZero());
        }
    }

    /** Answered with exactly 200, as Meta wants it. */
    void post(String body) {
        try {
            SignedWebhook signed = SignedWebhook.sign(body, SECRET);
            assertThat(door.perform(MockMvcRequestBuilders.post("/webhooks/whatsapp")
                                    .content(body.getBytes(StandardCharsets.UTF_8))
                                    .header("X-Hub-Signature-256", signed.signature()))
                            .andReturn()
                            .getResponse()
                            .getStatus())
                    .isEqualTo(200);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    static String text(String name) {
        try (InputStream file =
                Objects.requireNonNull(Postman.class.getResourceAsStream("/webhooks/" + name + ".json"), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
