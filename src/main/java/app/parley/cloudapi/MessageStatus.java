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
 */
public record MessageStatus(
        @Nullable String id,
        @Nullable String status,
        @Nullable Instant timestamp,
        @Nullable String callbackData,
        @Nullable Pricing pricing,
        @Nullable GraphError error) {

    static MessageStatus of(JsonNode node) {
        JsonNode error = node.path("errors").path(0);
        return new MessageStatus(
                Json.id(node, "id"),
                Json.text(node, "status"),
                Json.time(node, "timestamp"),
                Json.text(node, "biz_opaque_callback_data"),
                Pricing.of(node),
                error.isMissingNode() ? null : GraphError.of(error));
    }
}
