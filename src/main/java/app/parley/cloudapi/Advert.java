package app.parley.cloudapi;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The advertisement a customer came by (contract 2.2, {@code referral}). Its pictures are not fetched. */
public record Advert(
        @Nullable String sourceType,
        @Nullable String sourceUrl,
        @Nullable String headline,
        @Nullable String body) {

    static @Nullable Advert of(JsonNode node) {
        return node.isObject()
                ? new Advert(
                        Json.text(node, "source_type"),
                        Json.text(node, "source_url"),
                        Json.text(node, "headline"),
                        Json.text(node, "body"))
                : null;
    }
}
