package app.parley.cloudapi;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A number as Meta lists it (contract 9.1), in its own words; each is null where it does not tell.
 *
 * @param platform CLOUD_API once it is registered for it
 */
public record PhoneNumber(
        @Nullable String id,
        @Nullable String displayPhone,
        @Nullable String verifiedName,
        @Nullable String rating,
        @Nullable String status,
        @Nullable String nameStatus,
        @Nullable String verification,
        @Nullable String platform,
        @Nullable String throughput) {

    private static final int LONGEST_WORD = 40;

    static PhoneNumber of(JsonNode node) {
        return new PhoneNumber(
                Json.text(node, "id", 64),
                Json.text(node, "display_phone_number", 40),
                Json.shortened(node, "verified_name", 200),
                word(node, "quality_rating"),
                word(node, "status"),
                word(node, "name_status"),
                word(node, "code_verification_status"),
                word(node, "platform_type"),
                word(node.path("throughput"), "level"));
    }

    private static @Nullable String word(JsonNode node, String field) {
        return Json.text(node, field, LONGEST_WORD);
    }
}
