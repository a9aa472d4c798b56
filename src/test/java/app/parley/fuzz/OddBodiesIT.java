package app.parley.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import app.parley.RunningApplication;
import app.parley.SignedWebhook;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/**
 * Odd bodies over the socket, signed. The seed is printed: {@code -Dfuzz.seed=…} makes the same bodies again, {@code
 * -Dfuzz.count=…} more of them.
 */
@RunningApplication
@TestPropertySource(properties = "parley.time-zone=UTC")
@DirtiesContext
class OddBodiesIT {

    private static final String SECRET = "sandbox-app-secret";
    private static final int SENDERS = 8;

    @LocalServerPort
    int port;

    @Autowired
    JdbcTemplate database;

    @Test
    void everyOddBodyIsAnsweredKeptAndWorkedOff() throws Exception {
        long seed = Long.getLong("fuzz.seed", System.nanoTime());
        int count = Integer.getInteger("fuzz.count", 3_000);
        System.out.printf("Odd bodies: -Dfuzz.seed=%d -Dfuzz.count=%d%n", seed, count);
        List<byte[]> bodies = OddBodies.of(seed, count);

        assertThat(post(bodies)).containsOnly(200);
        Kept.allOf(bodies, database);
    }

    private List<Integer> post(List<byte[]> bodies) throws Exception {
        List<Integer> answers = new ArrayList<>();
        try (ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
                HttpClient client = HttpClient.newHttpClient()) {
            List<Future<Integer>> sent = new ArrayList<>();
            for (byte[] body : bodies) {
                sent.add(senders.submit(() -> client.send(request(body), HttpResponse.BodyHandlers.discarding())
                        .statusCode()));
            }
            for (Future<Integer> answer : sent) {
                answers.add(answer.get());
            }
        }
        return answers;
    }

    private HttpRequest request(byte[] body) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/webhooks/whatsapp"))
                .timeout(Duration.ofSeconds(30))
                .header("X-Hub-Signature-256", SignedWebhook.signature(body, SECRET))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
    }
}
