package app.parley.sandbox;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** The sandbox as a process of its own would run, spoken to over sockets only. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SandboxTest {

    static final String BAKERY = "106540352242922";
    static final String CATERING = "106540352242923";
    static final String ACCOUNT = "102290129340398";
    static final String MARTA = "34612550187";

    final Listener application = new Listener();
    final HttpClient http = HttpClient.newHttpClient();

    @SuppressWarnings("NullAway.Init") // set before all tests
    ConfigurableApplicationContext sandbox;

    @BeforeAll
    void start() {
        sandbox = new SpringApplicationBuilder(SandboxApplication.class)
                .profiles("sandbox")
                .run(
                        "--server.port=0",
                        "--parley.sandbox.webhook-url=" + application.url(),
                        "--parley.sandbox.record=target/sandbox-test/"
                                + getClass().getSimpleName() + ".jsonl",
                        "--parley.sandbox.status-delay-ms=40");
    }

    @AfterAll
    void stop() {
        sandbox.close();
        application.close();
    }

    @BeforeEach
    void begin() {
        sandbox.getBean(SimulatedOutcomes.class).always(SimulatedOutcome.ACCEPTED);
        sandbox.getBean(Statuses.class).readAutomatically(false);
        application.forget();
    }

    HttpRequest.Builder request(String path) {
        String port = sandbox.getEnvironment().getRequiredProperty("local.server.port");
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", "Bearer sandbox-token");
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return answer(request(path));
    }

    HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return answer(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    HttpResponse<String> send(String message) throws IOException, InterruptedException {
        return post("/sandbox/graph/v26.0/" + BAKERY + "/messages", message);
    }

    HttpResponse<String> answer(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    static String text(String to, String body, String callbackData) {
        return """
                {"messaging_product":"whatsapp","recipient_type":"individual","to":"%s","type":"text",\
                "text":{"body":"%s"},"biz_opaque_callback_data":"%s"}""".formatted(to, body, callbackData);
    }

    static JsonNode json(HttpResponse<String> answer) {
        return json(answer.body());
    }

    static JsonNode json(String text) {
        return MetaJson.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
