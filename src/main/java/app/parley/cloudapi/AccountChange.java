package app.parley.cloudapi;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What Meta tells of an account as a whole: its templates, its numbers, its standing (contract 2.5 and 6).
 *
 * @param wabaId the account it is about
 * @param event Meta's word for what happened; null when there is none
 * @param time when, by Meta's clock; null when Meta does not say
 * @param subject what it is about: a template, a number
 * @param detail more of it, in Meta's words
 */
public record AccountChange(
        String wabaId,
        String field,
        @Nullable String event,
        @Nullable Instant time,
        @Nullable String subject,
        @Nullable String detail,
        JsonNode value) {

    static AccountChange of(String wabaId, String field, @Nullable Instant time, JsonNode value) {
        return new AccountChange(
                wabaId,
                field,
                AccountWords.event(value),
                time,
                AccountWords.subject(value),
                AccountWords.detail(value),
                value);
    }

    /** What it says of a template; empty when it is of something else. */
    public Optional<TemplateChange> template() {
        return field.startsWith("message_template_") || field.equals("template_category_update")
                ? Optional.of(TemplateChange.of(field, value))
                : Optional.empty();
    }

    /** What it says of a number; empty when it is of something else. */
    public Optional<NumberChange> number() {
        return field.equals("phone_number_quality_update") || field.equals("phone_number_name_update")
                ? Optional.of(NumberChange.of(field, value))
                : Optional.empty();
    }

    public String rawJson() {
        return Json.storable(Json.MAPPER.writeValueAsString(value));
    }

    /**
     * The same for a change that is delivered again (contract 1.3).
     *
     * @param received counts, to the day, where Meta gave no time: the same may happen again another day
     */
    public String hash(Instant received) {
        long when = Objects.requireNonNullElseGet(time, () -> received).getEpochSecond();
        return Json.sha256(
                wabaId + '\n' + field + '\n' + (time == null ? "day " + when / 86_400 : when) + '\n' + rawJson());
    }
}
