package app.parley.cloudapi;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The parts of an account's change that tell a person what happened, whatever the field (contract 2.5). */
final class AccountWords {

    private AccountWords() {}

    static @Nullable String event(JsonNode value) {
        return first(
                Json.text(value, "event", 100),
                Json.text(value, "decision", 100),
                Json.text(value, "new_category", 100),
                Json.text(value, "new_quality_score", 100),
                Json.text(value.path("alert_info"), "alert_type", 100),
                Json.text(value.path("alert_info"), "alert_severity", 100),
                Json.text(value.path("errors").path(0), "code", 100),
                Json.text(value, "status", 100));
    }

    static @Nullable String subject(JsonNode value) {
        String template = Json.shortened(value, "message_template_name", 250);
        if (template != null) {
            String language = Json.text(value, "message_template_language", 20);
            return language == null ? template : template + " (" + TemplateChange.normalised(language) + ")";
        }
        return first(Json.shortened(value, "display_phone_number", 100), Json.shortened(value, "phone_number", 100));
    }

    static @Nullable String detail(JsonNode value) {
        JsonNode error = value.path("errors").path(0);
        String words = Stream.of(
                        reason(value),
                        Json.shortened(value.path("rejection_info"), "reason", 300),
                        Json.shortened(value.path("disable_info"), "disable_date", 60),
                        Json.shortened(value, "current_limit", 60),
                        Json.shortened(value, "requested_verified_name", 200),
                        Json.shortened(value.path("ban_info"), "waba_ban_state", 60),
                        Json.shortened(value.path("ban_info"), "waba_ban_date", 60),
                        Json.shortened(value.path("violation_info"), "violation_type", 60),
                        restrictions(value),
                        Json.shortened(value.path("alert_info"), "alert_description", 300),
                        Json.shortened(error, "title", 200),
                        Json.shortened(error.path("error_data"), "details", 300))
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining(" · "));
        return words.isEmpty() ? null : words.length() <= 1000 ? words : Json.storable(words.substring(0, 1000));
    }

    /** "NONE" and no reason at all are the same (contract section 6). */
    static @Nullable String reason(JsonNode value) {
        String reason = first(Json.shortened(value, "reason", 200), Json.shortened(value, "rejection_reason", 200));
        return "NONE".equals(reason) ? null : reason;
    }

    private static @Nullable String restrictions(JsonNode value) {
        String types = value.path("restriction_info")
                .valueStream()
                .map(restriction -> Json.text(restriction, "restriction_type", 60))
                .filter(Objects::nonNull)
                .limit(5)
                .collect(Collectors.joining(", "));
        return types.isEmpty() ? null : types;
    }

    private static @Nullable String first(@Nullable String... texts) {
        return Stream.of(texts).filter(Objects::nonNull).findFirst().orElse(null);
    }
}
