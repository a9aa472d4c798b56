package app.parley;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Meta's file store behind a real socket: a path answers as a test tells it to, and every request is remembered. */
public final class FileServer implements AutoCloseable {

    public record Request(
            String path,
            @Nullable String authorization,
            @Nullable String userAgent) {}

    @FunctionalInterface
    public interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    private final HttpServer server;
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();

    public FileServer() {
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

    /** @param path without its query */
    public void answer(String path, Answer answer) {
        answers.put(path, answer);
    }

    /** A file of a customer's, found and fetched as the contract says. */
    public void file(String id, byte[] content) {
        answer("/v26.0/" + id, json(200, """
                {"messaging_product":"whatsapp","url":"%s/file/%s?hash=1","mime_type":"image/png","sha256":"%s",\
                "file_size":%d,"id":"%s"}""".formatted(url(), id, sha256(content), content.length, id)));
        answer("/file/" + id, bytes(content));
    }

    public void reset() {
        answers.clear();
        requests.clear();
    }

    public long asked(String path) {
        return requests.stream()
                .filter(request -> request.path().split("\\?", 2)[0].equals(path))
                .count();
    }

    public static Answer json(int status, String body) {
        return exchange -> {
            byte[] content = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, content.length);
            exchange.getResponseBody().write(content);
            exchange.close();
        };
    }

    public static Answer bytes(byte[] content) {
        return exchange -> {
            exchange.sendResponseHeaders(200, content.length == 0 ? -1 : content.length);
            exchange.getResponseBody().write(content);
            exchange.close();
        };
    }

    public static Answer redirect(int status, String to) {
        return exchange -> {
            exchange.getResponseHeaders().set("Location", to);
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        };
    }

    public static String sha256(byte[] content) {
        return HexFormat.of().formatHex(digest(content));
    }

    public static byte[] digest(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().toString();
        requests.add(new Request(
                path,
                exchange.getRequestHeaders().getFirst("Authorization"),
                exchange.getRequestHeaders().getFirst("User-Agent")));
        answers.getOrDefault(
                        exchange.getRequestURI().getPath(),
                        json(
                                400,
                                "{\"error\":{\"message\":\"Unsupported get request.\",\"code\":100,"
                                        + "\"error_subcode\":33}}"))
                .to(exchange);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
