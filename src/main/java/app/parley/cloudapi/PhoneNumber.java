package app.parley.cloudapi;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A number as Meta lists it (contract 9.1). */
public record PhoneNumber(
        @Nullable String id,
        @Nullable String displayPhone,
        @Nullable String verifiedName) {

    static PhoneNumber of(JsonNode node) {
        return new PhoneNumber(
                Json.text(node, "id"), Json.text(node, "display_phone_number"), Json.text(node, "verified_name"));
    }
}
