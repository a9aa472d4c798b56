package app.parley.cloudapi;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A template as Meta lists it (contract section 6).
 *
 * @param state its name and language, which are never null here, and what Meta says of it now
 * @param parameterFormat NAMED or POSITIONAL
 * @param components what it consists of, in Meta's words; null when Meta gave none that can be read
 */
public record ListedTemplate(
        TemplateChange state,
        @Nullable String parameterFormat,
        @Nullable String components) {

    /** Empty when it has no name or language to know it by. */
    static Optional<ListedTemplate> of(JsonNode node) {
        String name = Json.text(node, "name", TemplateChange.LONGEST_NAME);
        String language = Json.text(node, "language", TemplateChange.LONGEST_LANGUAGE);
        if (name == null || language == null) {
            return Optional.empty();
        }
        String reason = Json.shortened(node, "rejected_reason", 200);
        TemplateChange state = new TemplateChange(
                Json.whole(node, "id"),
                name,
                TemplateChange.normalised(language),
                Json.text(node, "status", 40),
                Json.text(node, "category", 40),
                Json.text(node.path("quality_score"), "score", 40),
                "NONE".equals(reason) ? null : reason);
        JsonNode components = node.path("components");
        return Optional.of(new ListedTemplate(
                state,
                Json.text(node, "parameter_format", 16),
                components.isArray() ? Json.storable(components.toString()) : null));
    }
}
