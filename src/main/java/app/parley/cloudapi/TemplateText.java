package app.parley.cloudapi;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A text of a template with places to fill in: {@code Hello {{1}}} or {@code Hello {{first_name}}}.
 *
 * @param slots each once, in the order in which Meta wants them
 */
public record TemplateText(String text, List<TemplateSlot> slots) {

    private static final Pattern PLACE = Pattern.compile("\\{\\{\\s*([A-Za-z0-9_]{1,60})\\s*}}");

    /**
     * @param numbered examples of numbered slots, in their order
     * @param named examples of named ones: {@code [{"param_name":…,"example":…}]}
     */
    static TemplateText of(TemplateSlot.Place place, int button, String text, JsonNode numbered, JsonNode named) {
        List<String> names = new ArrayList<>();
        PLACE.matcher(text)
                .results()
                .map(found -> found.group(1))
                .filter(name -> !names.contains(name))
                .forEach(names::add);
        if (names.stream().allMatch(TemplateSlot::isNumber)) {
            names.sort(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()));
        }
        List<TemplateSlot> slots = new ArrayList<>();
        for (String name : names) {
            String example = TemplateSlot.isNumber(name) ? text(numbered.path(slots.size())) : example(named, name);
            slots.add(new TemplateSlot(place, button, name, example));
        }
        return new TemplateText(text, List.copyOf(slots));
    }

    /** The text with the values in their places; what has none yet stays between its braces. */
    String filled(Map<String, String> values) {
        return PLACE.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(slots.stream()
                        .filter(slot -> slot.name().equals(found.group(1)))
                        .map(slot -> values.getOrDefault(slot.key(), ""))
                        .filter(value -> !value.isBlank())
                        .findFirst()
                        .orElseGet(found::group)));
    }

    private static @Nullable String example(JsonNode named, String name) {
        return named.valueStream()
                .filter(each -> name.equals(Json.text(each, "param_name")))
                .map(each -> each.path("example"))
                .findFirst()
                .map(TemplateText::text)
                .orElse(null);
    }

    static @Nullable String text(JsonNode value) {
        return value.isValueNode() && !value.isNull() ? Json.storable(value.asString("")) : null;
    }
}
