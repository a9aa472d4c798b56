package app.parley.cloudapi;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What Meta bills a message as (contract sections 3 and 8): no price, only what the price depends on. Any of it may be
 * absent.
 *
 * @param category international authentication is spelled with a hyphen here, whichever way Meta spells it
 */
public record Pricing(
        @Nullable String category,
        @Nullable String type,
        @Nullable String model,
        @Nullable Boolean billable) {

    static @Nullable Pricing of(JsonNode status) {
        // Examples of groups have it inside the conversation (contract 2.4).
        JsonNode node = status.path("pricing").isObject()
                ? status.path("pricing")
                : status.path("conversation").path("pricing");
        if (!node.isObject()) {
            return null;
        }
        String category = Json.text(node, "category", 60);
        JsonNode billable = node.path("billable");
        return new Pricing(
                "authentication_international".equals(category) ? "authentication-international" : category,
                Json.text(node, "type", 64),
                Json.text(node, "pricing_model", 32),
                billable.isBoolean() ? billable.booleanValue() : null);
    }
}
