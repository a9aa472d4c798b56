package app.parley.cloudapi;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Where something is: degrees, as the customer's phone gave them; null when they are no coordinates. */
public record Place(
        @Nullable BigDecimal latitude,
        @Nullable BigDecimal longitude,
        @Nullable String name,
        @Nullable String address,
        @Nullable String url) {

    static @Nullable Place of(JsonNode node) {
        return node.isObject()
                ? new Place(
                        degrees(node, "latitude", 90),
                        degrees(node, "longitude", 180),
                        Json.text(node, "name"),
                        Json.text(node, "address"),
                        Json.text(node, "url"))
                : null;
    }

    private static @Nullable BigDecimal degrees(JsonNode node, String field, int most) {
        BigDecimal degrees = Json.decimal(node, field);
        return degrees != null && degrees.abs().compareTo(BigDecimal.valueOf(most)) <= 0 ? degrees : null;
    }
}
