package app.parley.sandbox;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.DisposableBean;
import tools.jackson.databind.JsonNode;

/**
 * Posts signed webhooks to the application over a real socket. What belongs to one customer goes in order; a refusal
 * or silence is repeated with growing pauses, as Meta does, though for minutes rather than days.
 */
@SandboxComponent
final class SandboxWebhooks implements DisposableBean {

    private static final int ATTEMPTS = 60;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final SandboxSettings settings;
    private final SandboxRecord record;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<PhoneId, CompletableFuture<Void>> lanes = new ConcurrentHashMap<>();

    SandboxWebhooks(SandboxSettings settings, SandboxRecord record) {
        this.settings = settings;
        this.record = record;
    }

    /** Queues the body behind all others of this customer; {@code taken} runs once the application answered 200. */
    void post(PhoneId customer, JsonNode body, Runnable taken) {
        byte[] bytes = MetaJson.write(body);
        lanes.compute(customer, (lane, last) -> {
            CompletableFuture<Void> before = last == null ? CompletableFuture.completedFuture(null) : last;
            return before.thenRunAsync(() -> deliver(bytes, taken), workers).exceptionally(lost -> null);
        });
    }

    @Override
    public void destroy() {
        workers.shutdownNow();
        http.shutdownNow();
    }

    private void deliver(byte[] body, Runnable taken) {
        Duration pause = FIRST_PAUSE;
        try {
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                if (postOnce(body) == 200) {
                    taken.run();
                    return;
                }
                Thread.sleep(pause);
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private int postOnce(byte[] body) throws InterruptedException {
        String url = settings.webhookUrl();
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/json")
                .header("User-Agent", "facebookexternalua")
                .header("X-Hub-Signature-256", Signature.of(body, settings.appSecret()))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        int status = statusOf(request);
        record.webhook(url, body, status);
        return status;
    }

    private int statusOf(HttpRequest request) throws InterruptedException {
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException unreachable) {
            return -1;
        }
    }
}
