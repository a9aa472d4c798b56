package app.parley.faults;

import app.parley.FreePlace;
import app.parley.SignedWebhook;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** An application on a file of H2's, with its driver, and a sandbox it takes for WhatsApp: two processes. */
final class Installation implements AutoCloseable {

    private static final String WABA = "102290129340398";
    private static final String NUMBER = "106540352242922";
    private static final String SECRET = "sandbox-app-secret";
    private static final String TOKEN = "sandbox-token";

    private final Path directory = FreePlace.freshDirectory();
    private final int port = FreePlace.freePort();
    private final int driverPort = FreePlace.freePort();
    private final int sandboxPort = FreePlace.freePort();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<String> jvm;
    private final Forked sandbox;
    private Forked application;

    /** @param jvm what both processes are started with */
    Installation(String... jvm) throws IOException, InterruptedException {
        this.jvm = List.of(jvm);
        sandbox = Forked.start(
                "app.parley.sandbox.SandboxApplication",
                directory.resolve("sandbox.log"),
                this.jvm,
                List.of(
                        "--server.port=" + sandboxPort,
                        "--parley.sandbox.webhook-url=http://localhost:" + port + "/webhooks/whatsapp",
                        "--parley.sandbox.record=" + record(),
                        "--parley.sandbox.status-delay-ms=200",
                        "--parley.sandbox.reads-automatically=true"));
        sandbox.awaitAnswer(http, "http://localhost:" + sandboxPort + "/");
        application = startApplication();
        awaitApplication();
    }

    Path record() {
        return directory.resolve("record.jsonl");
    }

    private Forked startApplication() throws IOException {
        return Forked.start(
                DrivenApplication.class.getName(),
                directory.resolve("application.log"),
                Stream.concat(Stream.of("-Ddriver.port=" + driverPort), jvm.stream())
                        .toList(),
                List.of(
                        "--server.port=" + port,
                        "--parley.data-dir=" + directory.resolve("data"),
                        "--parley.admin.email=" + DrivenApplication.AGENT,
                        "--parley.admin.password=two croissants",
                        "--parley.whatsapp.business-account-id=" + WABA,
                        "--parley.whatsapp.access-token=" + TOKEN,
                        "--parley.whatsapp.app-secret=" + SECRET,
                        "--parley.whatsapp.verify-token=verify",
                        "--parley.whatsapp.answer-timeout=1500ms",
                        "--parley.whatsapp.graph-url=http://localhost:" + sandboxPort + "/sandbox/graph"));
    }

    private void awaitApplication() throws InterruptedException {
        application.awaitAnswer(http, "http://localhost:" + driverPort + "/left");
    }

    /** {@code kill -9}, and a new start. */
    void killAndRestart() throws IOException, InterruptedException {
        application.kill();
        application = startApplication();
        awaitApplication();
    }

    /** So many customers write, each opening a session; returns once all have a conversation. */
    void customersWrite(int count) throws IOException, InterruptedException {
        for (int i = 0; i < count; i++) {
            String body = SignedWebhook.text(
                    WABA, NUMBER, customer(i), "Customer " + i, "wamid.in-" + i, Instant.now(), "Hello");
            HttpRequest webhook = SignedWebhook.sign(body, SECRET).to("http://localhost:" + port);
            while (http.send(webhook, HttpResponse.BodyHandlers.discarding()).statusCode() != 200) {
                Thread.sleep(100);
            }
        }
        // A body that came before the numbers were known is processed once they are.
        while (Integer.parseInt(drive("conversations", "")) < count) {
            Thread.sleep(50);
        }
    }

    static String customer(int n) {
        return "1650555%04d".formatted(n);
    }

    /** Asks the application's driver. */
    String drive(String what, String body) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + driverPort + "/" + what))
                        .timeout(Duration.ofMinutes(2))
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(what + ": " + answer.body());
        }
        return answer.body();
    }

    /** Tells the sandbox how to play. */
    void play(String what, String order) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + sandboxPort + "/sandbox/control/" + what))
                        .header("Authorization", "Bearer " + TOKEN)
                        .PUT(HttpRequest.BodyPublishers.ofString(order))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(what + ": " + answer.body());
        }
    }

    @Override
    public void close() {
        application.close();
        sandbox.close();
        http.close();
    }
}
