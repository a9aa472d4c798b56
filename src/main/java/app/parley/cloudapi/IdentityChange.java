package app.parley.cloudapi;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A person's new number or new business-scoped user id (contract 2.2 {@code system}, 2.3 {@code user_id_update}). What
 * is null did not change, or Meta does not say.
 *
 * @param userId the business-scoped user id they had
 * @param waId the WhatsApp id they had
 */
public record IdentityChange(
        @Nullable String userId,
        @Nullable String waId,
        @Nullable String newUserId,
        @Nullable String newWaId) {

    /** Null when the system notice is about something else. */
    static @Nullable IdentityChange ofNotice(JsonNode message, Sender sender) {
        JsonNode system = message.path("system");
        String newWaId = waId(system, "wa_id") != null ? waId(system, "wa_id") : waId(system, "new_wa_id");
        String newUserId = userId(system, "user_id");
        return switch (Json.text(system, "type")) {
            case "user_changed_number", "customer_changed_number", "user_changed_user_id" ->
                new IdentityChange(sender.userId(), sender.waId(), newUserId, newWaId);
            case null, default -> null;
        };
    }

    /** One of the field {@code user_id_update}: the person keeps the number. */
    static IdentityChange ofUpdate(JsonNode node) {
        return new IdentityChange(
                userId(node.path("user_id"), "previous"),
                waId(node, "wa_id"),
                userId(node.path("user_id"), "current"),
                null);
    }

    /** One, in the change itself; or several, in an array named like the field. */
    static List<IdentityChange> ofUpdates(JsonNode value) {
        JsonNode several = value.path("user_id_update");
        return (several.isArray() ? several.valueStream() : Stream.of(value))
                .map(IdentityChange::ofUpdate)
                .filter(update -> update.newUserId() != null)
                .toList();
    }

    private static @Nullable String userId(JsonNode node, String field) {
        return Json.text(node, field, Sender.LONGEST_USER_ID);
    }

    private static @Nullable String waId(JsonNode node, String field) {
        return Json.text(node, field, Sender.LONGEST_WA_ID);
    }
}
