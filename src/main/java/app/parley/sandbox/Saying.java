package app.parley.sandbox;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Something a customer sends: the part of a message that says what it is (contract section 2.2).
 *
 * @param parts {@code type} and the object of that name, and what else belongs to it
 */
record Saying(ObjectNode parts) {

    static Saying text(String body) {
        return of("text", MetaJson.object().put("body", body));
    }

    static Saying file(String type, StoredMedia media) {
        ObjectNode content = MetaJson.object()
                .put("mime_type", media.mimeType())
                .put("sha256", media.sha256Base64())
                .put("id", media.id());
        switch (type) {
            case "document" -> content.put("filename", media.filename());
            case "audio" -> content.put("voice", true);
            case "sticker" -> content.put("animated", false);
            default -> {}
        }
        return of(type, content);
    }

    static Saying location(double latitude, double longitude, String name, String address) {
        return of(
                "location",
                MetaJson.object()
                        .put("latitude", latitude)
                        .put("longitude", longitude)
                        .put("name", name)
                        .put("address", address));
    }

    /** A reaction is taken back by sending none (contract section 2.2). */
    static Saying reaction(String messageId, String emoji) {
        ObjectNode content = MetaJson.object().put("message_id", messageId);
        return of("reaction", emoji.isEmpty() ? content : content.put("emoji", emoji));
    }

    static Saying contact(String name, String phone) {
        ObjectNode contact = MetaJson.object();
        contact.putObject("name").put("formatted_name", name).put("first_name", name);
        contact.putArray("phones").addObject().put("phone", phone).put("type", "CELL");
        return of("contacts", MetaJson.array().add(contact));
    }

    /** Quotes a message of the business. */
    Saying inReplyTo(@Nullable PhoneMessage quoted, SandboxNumber number) {
        if (quoted != null) {
            parts.putObject("context").put("from", number.digits()).put("id", quoted.id());
        }
        return this;
    }

    String type() {
        return parts.path("type").asString("text");
    }

    private static Saying of(String type, JsonNode content) {
        ObjectNode parts = MetaJson.object().put("type", type);
        parts.set(type, content);
        return new Saying(parts);
    }
}
