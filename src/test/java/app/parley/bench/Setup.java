package app.parley.bench;

import app.parley.FreePlace;
import app.parley.SignedWebhook;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;

/** A production installation with one account and one number, and the Graph API it asks for them. */
final class Setup implements AutoCloseable {

    static final String WABA = "102290129340398";
    static final String NUMBER = "106540352242922";
    static final String SECRET = "measured-app-secret";

    private static final String NUMBERS = """
            {"data":[{"id":"%s","display_phone_number":"+1 555-078-3881","verified_name":"Measured",\
            "quality_rating":"GREEN","status":"CONNECTED"}]}""".formatted(NUMBER);

    final Path directory = FreePlace.freshDirectory();
    private final int port = FreePlace.freePort();
    private final HttpServer graph;

    Setup() throws IOException {
        graph = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        graph.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        graph.createContext("/", exchange -> {
            byte[] answer = NUMBERS.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        graph.start();
    }

    /** As {@link #start()}, on another database than its own. */
    PackagedApplication start(String databaseUrl) throws IOException {
        List<String> settings = settings();
        settings.add("--spring.datasource.url=" + databaseUrl);
        return PackagedApplication.start(jar(), port, log(), settings);
    }

    static Path jar() {
        return Path.of(System.getProperty("jar"));
    }

    PackagedApplication start() throws IOException {
        return PackagedApplication.start(jar(), port, log(), settings());
    }

    Path log() {
        return directory.resolve("application.log");
    }

    Path data() {
        return directory.resolve("data");
    }

    List<String> settings() {
        List<String> settings = new ArrayList<>();
        settings.add("--parley.data-dir=" + data());
        settings.add("--parley.admin.email=admin@measured.example");
        settings.add("--parley.admin.password=two croissants");
        settings.add("--parley.whatsapp.business-account-id=" + WABA);
        settings.add("--parley.whatsapp.access-token=measured-token");
        settings.add("--parley.whatsapp.app-secret=" + SECRET);
        settings.add("--parley.whatsapp.verify-token=measured-verify");
        settings.add("--parley.whatsapp.graph-url=http://localhost:"
                + graph.getAddress().getPort());
        return settings;
    }

    /** A text of one of fifty customers, which {@code n} chooses. */
    static HttpRequest message(String application, String id, int n) {
        String customer = "1650555%04d".formatted(n % 50);
        String body =
                SignedWebhook.text(WABA, NUMBER, customer, "Customer " + n % 50, id, Instant.now(), "Message " + n);
        return SignedWebhook.sign(body, SECRET).to(application);
    }

    @Override
    public void close() {
        graph.stop(0);
    }
}
