package app.parley.cloudapi;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A customer's message as Meta delivers it (contract 2.1). Everything may be absent; {@code raw} is the whole of it.
 *
 * @param type Meta's word for what it is; "unsupported" when there is none
 * @param unsupportedType what an unsupported message would have been, when Meta says so
 * @param timestamp when the customer sent it; null when Meta gave no readable time
 * @param refersTo Meta's id of the message it answers or reacts to
 */
public record InboundMessage(
        @Nullable String id,
        Sender sender,
        @Nullable String groupId,
        @Nullable Instant timestamp,
        String type,
        @Nullable String unsupportedType,
        @Nullable String refersTo,
        JsonNode raw) {

    static InboundMessage of(JsonNode node, Contacts contacts) {
        String type = Json.text(node, "type");
        String reactedTo = Json.id(node.path("reaction"), "message_id");
        return new InboundMessage(
                Json.id(node, "id"),
                Sender.of(node, contacts),
                Json.text(node, "group_id"),
                Json.time(node, "timestamp"),
                type == null ? "unsupported" : type,
                Json.text(node.path("unsupported"), "type"),
                reactedTo != null ? reactedTo : Json.id(node.path("context"), "id"),
                node);
    }

    /** The words to show for it: its body, caption, file name, place, or whatever its type has; null for none. */
    public @Nullable String text() {
        return MessageText.of(type, raw);
    }

    public boolean isVoice() {
        return raw.path("audio").path("voice").asBoolean(false) || "voice".equals(type);
    }

    /** Everything Meta delivered of it, as JSON. */
    public String rawJson() {
        return Json.storable(Json.MAPPER.writeValueAsString(raw));
    }
}
