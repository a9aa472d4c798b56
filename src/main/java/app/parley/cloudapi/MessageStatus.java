package app.parley.cloudapi;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What became of a message of ours (contract section 3). May come in any order, repeatedly, and before the answer to
 * the send.
 *
 * @param id Meta's id of the message
 * @param pricing what it is billed as; null when this status does not say
 * @param callbackData what we gave along when sending: our own id of the message
 * @param country of who it went to, by {@link Country}
 * @param ofGroup whether it is of a message to a group, of which we keep nothing but the pricing
 */
public record MessageStatus(
        @Nullable String id,
        @Nullable String status,
        @Nullable Instant timestamp,
        @Nullable String callbackData,
        @Nullable Pricing pricing,
        @Nullable GraphError error,
        String country,
        boolean ofGroup) {

    static MessageStatus of(JsonNode node) {
        JsonNode error = node.path("errors").path(0);
        return new MessageStatus(
                Json.id(node, "id"),
                Json.text(node, "status"),
                Json.time(node, "timestamp"),
                Json.text(node, "biz_opaque_callback_data"),
                Pricing.of(node),
                error.isMissingNode() ? null : GraphError.of(error),
                country(node),
                isOfGroup(node));
    }

    /** Of a message to a group every participant is told by themselves (contract 2.4). */
    private static String country(JsonNode node) {
        return isOfGroup(node)
                ? Country.of(
                        Json.text(node, "recipient_participant_id"), Json.text(node, "recipient_participant_user_id"))
                : Country.of(Json.text(node, "recipient_id"), Json.text(node, "recipient_user_id"));
    }

    private static boolean isOfGroup(JsonNode node) {
        return "group".equals(Json.text(node, "recipient_type"));
    }
}
