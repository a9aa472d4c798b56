package app.parley.numbers;

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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lists templates as Meta does, two at a time. */
final class TemplateListing implements AutoCloseable {

    private static final int AT_ONCE = 2;
    private static final Pattern AFTER = Pattern.compile("after=page(\\d+)");

    private final HttpServer server;
    private final List<String> questions = new CopyOnWriteArrayList<>();
    private volatile List<String> templates = List.of();
    private volatile String trouble = "";

    TemplateListing() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    void fill(List<String> listed) {
        trouble = "";
        templates = listed;
        questions.clear();
    }

    void troubled(String answer) {
        trouble = answer;
    }

    List<String> questions() {
        return questions;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String question = exchange.getRequestURI().toString();
        String body = "{\"data\":[]}";
        if (question.contains("/message_templates")) {
            questions.add(question);
            body = trouble.isEmpty() ? page(question) : trouble;
        }
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private String page(String question) {
        Matcher after = AFTER.matcher(question);
        int from = after.find() ? Integer.parseInt(after.group(1)) : 0;
        int to = Math.min(from + AT_ONCE, templates.size());
        String next = to < templates.size() ? ",\"next\":\"https://graph.facebook.com/next\"" : "";
        return "{\"data\":[%s],\"paging\":{\"cursors\":{\"before\":\"x\",\"after\":\"page%d\"}%s}}"
                .formatted(String.join(",", templates.subList(from, to)), to, next);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
