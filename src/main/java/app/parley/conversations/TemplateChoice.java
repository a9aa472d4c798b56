package app.parley.conversations;

import app.parley.numbers.TemplateId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A template as an agent has chosen and filled it in.
 *
 * @param values by the keys of the template's slots
 * @param header the picture, video or document above it; null when it has none
 */
public record TemplateChoice(TemplateId template, Map<String, String> values, Content.@Nullable File header) {}
