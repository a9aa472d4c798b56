package app.parley.privacy;

import app.parley.conversations.KnownPerson;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A customer's copy for machines: one object, its messages in a list, each with what WhatsApp told of it. */
final class ExportJson {

    private static final JsonMapper MAPPER = new JsonMapper();

    private final OutputStream out;
    private boolean any;

    ExportJson(OutputStream out) {
        this.out = out;
    }

    void head(KnownPerson customer) throws IOException {
        Map<String, @Nullable Object> person = new LinkedHashMap<>();
        person.put("name", customer.name());
        person.put("phone", customer.phone());
        person.put("waId", customer.waId());
        person.put("userId", customer.userId());
        person.put("username", customer.username());
        write("{\"customer\":" + MAPPER.writeValueAsString(person) + ",\"messages\":[");
    }

    void message(ExportedMessage message) throws IOException {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("number", message.number());
        json.put("numberPhone", message.numberPhone());
        json.put("direction", message.direction().name());
        json.put("kind", message.kind().name());
        json.put("at", message.at().toString());
        json.put("text", message.text());
        json.put("state", message.state() == null ? null : message.state().name());
        json.put("agent", message.agent());
        json.put(
                "editedAt",
                message.editedAt() == null ? null : message.editedAt().toString());
        json.put(
                "deletedAt",
                message.revokedAt() == null ? null : message.revokedAt().toString());
        json.put("file", message.hasFile() ? message.file() : null);
        json.put("fileName", message.fileName());
        json.put("whatsapp", raw(message.raw()));
        write((any ? ",\n" : "\n") + MAPPER.writeValueAsString(json));
        any = true;
    }

    private static @Nullable Object raw(@Nullable String raw) {
        if (raw == null) {
            return null;
        }
        try {
            return MAPPER.readTree(raw);
        } catch (JacksonException e) {
            return raw;
        }
    }

    void foot() throws IOException {
        write("\n]}\n");
    }

    private void write(String words) throws IOException {
        out.write(words.getBytes(StandardCharsets.UTF_8));
    }
}
