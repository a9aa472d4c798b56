package app.parley.cloudapi;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The words in a message of any type (contract 2.2). */
final class MessageText {

    private MessageText() {}

    static @Nullable String of(String type, JsonNode message) {
        JsonNode content = message.path(type);
        return switch (type) {
            case "text", "system" -> Json.text(content, "body");
            case "image", "video" -> Json.text(content, "caption");
            case "document" -> first(Json.text(content, "caption"), Json.text(content, "filename"));
            case "location" -> first(Json.text(content, "name"), Json.text(content, "address"));
            case "contacts" -> names(content);
            case "reaction" -> Json.text(content, "emoji", 64);
            case "button", "order" -> Json.text(content, "text");
            case "interactive" -> interactive(content);
            default -> null;
        };
    }

    private static @Nullable String interactive(JsonNode content) {
        JsonNode reply = content.path(content.path("type").asString(""));
        return first(Json.text(reply, "title"), Json.text(reply, "body"));
    }

    private static @Nullable String names(JsonNode contacts) {
        String names = contacts.valueStream()
                .map(contact -> Json.text(contact.path("name"), "formatted_name"))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? null : names;
    }

    private static @Nullable String first(@Nullable String... texts) {
        return Stream.of(texts).filter(Objects::nonNull).findFirst().orElse(null);
    }
}
