package app.parley.cloudapi;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What Meta tells of one of an account's numbers (contract 2.5), which it names by its display form only.
 *
 * @param digits of the number as displayed; null when Meta names none
 * @param event of its quality: FLAGGED, UNFLAGGED, UPGRADE, DOWNGRADE and the like; null when it is about the name
 * @param limit how many people it may begin a conversation with in a day, such as TIER_1K
 * @param name its new name, once approved
 */
public record NumberChange(
        @Nullable String digits,
        @Nullable String event,
        @Nullable String limit,
        @Nullable String name) {

    static NumberChange of(String field, JsonNode value) {
        String display = Json.text(value, "display_phone_number", 40);
        boolean ofQuality = field.equals("phone_number_quality_update");
        boolean approved = "APPROVED".equals(Json.text(value, "decision"));
        return new NumberChange(
                display == null ? null : digits(display),
                ofQuality ? Json.text(value, "event", 40) : null,
                ofQuality ? Json.text(value, "current_limit", 40) : null,
                approved ? Json.text(value, "requested_verified_name", 200) : null);
    }

    /** However it is written: "+1 555-078-3881" and "15550783881" are one number. */
    public static String digits(String phone) {
        return phone.replaceAll("[^0-9]", "");
    }
}
