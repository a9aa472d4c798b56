package app.parley.cloudapi;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * A customer's message as Meta delivers it (contract 2.1). Everything may be absent; {@code raw} is the whole of it.
 *
 * @param type Meta's word for what it is; "unsupported" when there is none
 * @param unsupportedType what an unsupported message would have been, when Meta says so
 * @param timestamp when the customer sent it; null when Meta gave no readable time
 * @param refersTo Meta's id of the message it answers, reacts to, edits or takes back
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

    /** One that was kept as {@link #rawJson}; its sender's names are not in there. */
    public static InboundMessage parse(String rawJson) {
        return of(Json.MAPPER.readTree(rawJson), new Contacts(MissingNode.getInstance()));
    }

    static InboundMessage of(JsonNode node, Contacts contacts) {
        String type = Json.text(node, "type");
        String about = about(node);
        // Without an id, it is known again by what it says.
        String id = Json.id(node, "id");
        return new InboundMessage(
                id == null ? "none#" + Json.sha256(node.toString()) : id,
                Sender.of(node, contacts),
                Json.text(node, "group_id"),
                Json.time(node, "timestamp"),
                type == null ? "unsupported" : type,
                Json.text(node.path("unsupported"), "type"),
                about != null ? about : Json.id(node.path("context"), "id"),
                node);
    }

    /** The message that is reacted to, edited or taken back. */
    private static @Nullable String about(JsonNode node) {
        return Stream.of(
                        Json.id(node.path("reaction"), "message_id"),
                        Json.id(node.path("edit"), "original_message_id"),
                        Json.id(node.path("revoke"), "original_message_id"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** The words to show for it: its body, caption, file name, place, or whatever its type has; null for none. */
    public @Nullable String text() {
        return MessageText.of(type, raw);
    }

    public boolean isVoice() {
        return raw.path("audio").path("voice").asBoolean(false) || "voice".equals(type);
    }

    /** The file it carries; null when its type has none. */
    public @Nullable InboundMedia media() {
        return InboundMedia.of(type, raw);
    }

    /** Whether it was passed on, by someone, to somebody. */
    public boolean isForwarded() {
        return raw.path("context").path("forwarded").asBoolean(false) || isForwardedOften();
    }

    public boolean isForwardedOften() {
        return raw.path("context").path("frequently_forwarded").asBoolean(false);
    }

    /** Whether it has more to show than words and a file. */
    public boolean isRich() {
        return !MessageDetails.of(raw).isEmpty();
    }

    /** What an edit makes of the message it refers to; empty for anything else, and when Meta does not pass it on. */
    public Optional<InboundMessage> edited() {
        JsonNode message = raw.path("edit").path("message");
        return message.isObject() && message.has("type")
                ? Optional.of(of(message, new Contacts(MissingNode.getInstance())))
                : Optional.empty();
    }

    /** The sender's new number or id, when that is what a system notice says. */
    public Optional<IdentityChange> identityChange() {
        return Optional.ofNullable("system".equals(type) ? IdentityChange.ofNotice(raw, sender) : null);
    }

    /** Everything Meta delivered of it, as JSON. */
    public String rawJson() {
        return Json.storable(Json.MAPPER.writeValueAsString(raw));
    }
}
