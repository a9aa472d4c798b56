package app.parley.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;

/** Stands where the application's webhook would: keeps what comes, and answers as it is told. */
final class Listener implements AutoCloseable {

    /** The body is read as bytes of one character each, so that nothing is lost or mended. */
    record Webhook(String signature, String body) {

        byte[] bytes() {
            return body.getBytes(StandardCharsets.ISO_8859_1);
        }

        JsonNode value() {
            return MetaJson.read(bytes()).at("/entry/0/changes/0/value");
        }
    }

    private final HttpServer server;
    private final List<Webhook> taken = new CopyOnWriteArrayList<>();
    private final Queue<Integer> refusals = new ConcurrentLinkedQueue<>();

    Listener() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/webhooks/whatsapp", this::take);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/webhooks/whatsapp";
    }

    List<Webhook> taken() {
        return taken;
    }

    List<JsonNode> statuses() {
        return taken.stream()
                .map(it -> it.value().at("/statuses/0"))
                .filter(it -> !it.isMissingNode())
                .toList();
    }

    void refuseNext(int status) {
        refusals.add(status);
    }

    void forget() {
        taken.clear();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        Webhook webhook = new Webhook(
                exchange.getRequestHeaders().getFirst("X-Hub-Signature-256"),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1));
        Integer refusal = refusals.poll();
        if (refusal == null) {
            taken.add(webhook);
        }
        exchange.sendResponseHeaders(refusal == null ? 200 : refusal, -1);
        exchange.close();
    }
}
