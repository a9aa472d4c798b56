package app.parley.cloudapi;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What Meta tells of a template (contract section 6). What a webhook does not speak of is null.
 *
 * @param name with {@code language} its key; either may be missing, then {@code id} tells which it is
 * @param status APPROVED is the only one that may be sent
 */
public record TemplateChange(
        @Nullable Long id,
        @Nullable String name,
        @Nullable String language,
        @Nullable String status,
        @Nullable String category,
        @Nullable String quality,
        @Nullable String reason) {

    /** The longest name Meta allows. */
    static final int LONGEST_NAME = 512;

    static final int LONGEST_LANGUAGE = 20;

    static TemplateChange of(String field, JsonNode value) {
        String language = Json.text(value, "message_template_language", LONGEST_LANGUAGE);
        boolean ofStatus = field.equals("message_template_status_update");
        boolean ofCategory = field.equals("template_category_update");
        String event = ofStatus ? Json.text(value, "event", 40) : null;
        return new TemplateChange(
                Json.whole(value, "message_template_id"),
                Json.text(value, "message_template_name", LONGEST_NAME),
                language == null ? null : normalised(language),
                status(event),
                Json.text(value, ofCategory ? "new_category" : "message_template_category", 40),
                field.equals("message_template_quality_update") ? Json.text(value, "new_quality_score", 40) : null,
                "FLAGGED".equals(event) ? event : AccountWords.reason(value));
    }

    /** Meta's webhooks show both {@code en_US} and {@code en-US}. */
    static String normalised(String language) {
        return language.replace('-', '_');
    }

    /** One that is flagged may still be sent until it is disabled; one that is reinstated may be sent again. */
    private static @Nullable String status(@Nullable String event) {
        return switch (event) {
            case "REINSTATED", "UNARCHIVED", "FLAGGED" -> "APPROVED";
            case null, default -> event;
        };
    }
}
