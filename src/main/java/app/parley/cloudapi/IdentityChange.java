package app.parley.cloudapi;

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
        String newWaId =
                Json.text(system, "wa_id") != null ? Json.text(system, "wa_id") : Json.text(system, "new_wa_id");
        String newUserId = Json.text(system, "user_id");
        return switch (Json.text(system, "type")) {
            case "user_changed_number", "customer_changed_number", "user_changed_user_id" ->
                new IdentityChange(sender.userId(), sender.waId(), newUserId, newWaId);
            case null, default -> null;
        };
    }

    /** One of the field {@code user_id_update}: the person keeps the number. */
    static IdentityChange ofUpdate(JsonNode node) {
        return new IdentityChange(
                Json.text(node.path("user_id"), "previous"),
                Json.text(node, "wa_id"),
                Json.text(node.path("user_id"), "current"),
                null);
    }
}
