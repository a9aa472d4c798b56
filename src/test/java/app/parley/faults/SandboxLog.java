package app.parley.faults;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what the sandbox writes down, as far as it has come: the sends that it accepted, in their order. */
final class SandboxLog {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path file;
    private final List<Sent> accepted = new ArrayList<>();
    private long position;
    private int turnedAway;

    SandboxLog(Path file) {
        this.file = file;
    }

    record Sent(String to, String text, Instant at) {}

    /** All until now. */
    List<Sent> accepted() throws IOException {
        if (Files.exists(file)) {
            readOn();
        }
        return accepted;
    }

    int turnedAway() {
        return turnedAway;
    }

    private void readOn() throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            in.seek(position);
            byte[] bytes = new byte[(int) (in.length() - position)];
            in.readFully(bytes);
            String text = new String(bytes, StandardCharsets.UTF_8);
            int end = text.lastIndexOf('\n') + 1;
            text.substring(0, end).lines().forEach(this::take);
            position += text.substring(0, end).getBytes(StandardCharsets.UTF_8).length;
        }
    }

    private void take(String line) {
        // Webhooks that it posted are the many.
        if (!line.contains("\"direction\":\"in\"") || !line.contains("messages\"")) {
            return;
        }
        JsonNode entry = JSON.readTree(line);
        if (!entry.path("path").asString("").endsWith("/messages")) {
            return;
        }
        if (entry.path("messageId").isNull()) {
            turnedAway++;
            return;
        }
        JsonNode body = JSON.readTree(entry.path("body").asString());
        accepted.add(new Sent(
                body.path("to").asString(),
                body.path("text").path("body").asString(),
                Instant.parse(entry.path("at").asString())));
    }
}
