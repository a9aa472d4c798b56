package app.parley.cloudapi;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The file of a message, as Meta announces it (contract section 5).
 *
 * @param id Meta's id, by which it can be fetched for seven days; null when there is none to fetch
 * @param mimeType what the sender says it is, parameters included; not to be trusted
 * @param sha256 of the bytes, base64 in webhooks
 * @param error Meta's code when it could not get the file itself, such as 131052
 */
public record InboundMedia(
        @Nullable String id,
        @Nullable String mimeType,
        @Nullable String sha256,
        @Nullable String fileName,
        boolean animated,
        @Nullable Integer error) {

    static @Nullable InboundMedia of(String type, JsonNode message) {
        return switch (type) {
            case "image", "video", "audio", "voice", "document", "sticker" -> {
                JsonNode node = message.path(type);
                yield new InboundMedia(
                        Json.text(node, "id", 300),
                        Json.text(node, "mime_type", 200),
                        Json.text(node, "sha256", 100),
                        Json.shortened(node, "filename", 1000),
                        node.path("animated").asBoolean(false),
                        Json.integer(message.path("errors").path(0), "code"));
            }
            default -> null;
        };
    }
}
