package app.parley.outbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** A socket that answers what is posted as a test tells it to, and remembers what came. */
public final class FakeGraph implements AutoCloseable {

    public record Request(
            String path,
            @Nullable String authorization,
            @Nullable String contentType,
            String body) {}

    @FunctionalInterface
    public interface Answer {
        void to(HttpExchange exchange, int count) throws IOException;
    }

    private final HttpServer server;
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private volatile Answer answer = FakeGraph::accept;

    public FakeGraph() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    public String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    public List<Request> requests() {
        return requests;
    }

    public void answers(Answer answer) {
        this.answer = answer;
    }

    public void reset() {
        requests.clear();
        answer = FakeGraph::accept;
    }

    private void handle(HttpExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals("GET")) {
            // The application asks for numbers and templates whenever it likes: not what is tested here.
            answer(exchange, 200, "{\"data\":[]}");
            return;
        }
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        int count;
        synchronized (this) {
            requests.add(new Request(
                    exchange.getRequestURI().toString(),
                    exchange.getRequestHeaders().getFirst("Authorization"),
                    exchange.getRequestHeaders().getFirst("Content-Type"),
                    body));
            count = requests.size();
        }
        answer.to(exchange, count);
    }

    public static void accept(HttpExchange exchange, int count) throws IOException {
        answer(
                exchange,
                200,
                "{\"messaging_product\":\"whatsapp\",\"messages\":[{\"id\":\"wamid.OUT" + count + "\"}]}");
    }

    public static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
