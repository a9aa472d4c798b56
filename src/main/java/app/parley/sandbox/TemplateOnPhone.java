package app.parley.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A template as it stands on the customer's phone.
 *
 * @param replies what can be tapped to answer with
 */
record TemplateOnPhone(String text, List<String> replies) {

    private static final Pattern PLACE = Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}");

    /** @param sent what was sent of it, {@code template} in Meta's words */
    static TemplateOnPhone of(ObjectNode template, JsonNode sent) {
        List<String> lines = new ArrayList<>();
        List<String> replies = new ArrayList<>();
        for (JsonNode component : template.path("components")) {
            String type = TemplateStore.word(component, "type");
            String format = component.path("format").asString("TEXT");
            if (type.equals("BUTTONS")) {
                component.path("buttons").valueStream().forEach(button -> {
                    boolean reply = TemplateStore.word(button, "type").equals("QUICK_REPLY");
                    (reply ? replies : lines).add((reply ? "" : "[ ") + label(button) + (reply ? "" : " ]"));
                });
            } else if (format.equals("TEXT")) {
                lines.add(filled(TemplateStore.word(component, "text"), parameters(sent, type)));
            } else {
                lines.add(file(format, parameters(sent, type).path(0)));
            }
        }
        return new TemplateOnPhone(String.join("\n", lines), List.copyOf(replies));
    }

    private static String label(JsonNode button) {
        String text = TemplateStore.word(button, "text");
        return text.isEmpty() ? "Copy code" : text;
    }

    private static String file(String format, JsonNode parameter) {
        String type = format.toLowerCase(Locale.ROOT);
        String name = parameter.path(type).path("filename").asString("");
        String sign = type.equals("image") ? "📷" : type.equals("video") ? "🎬" : "📄";
        return name.isEmpty() ? sign : sign + " " + name;
    }

    private static JsonNode parameters(JsonNode sent, String type) {
        return sent.path("components")
                .valueStream()
                .filter(it -> TemplateStore.word(it, "type").equals(type.toLowerCase(Locale.ROOT)))
                .findFirst()
                .map(it -> it.path("parameters"))
                .orElseGet(MetaJson::array);
    }

    private static String filled(String text, JsonNode parameters) {
        return PLACE.matcher(text).replaceAll(found -> Matcher.quoteReplacement(value(found.group(1), parameters)));
    }

    private static String value(String place, JsonNode parameters) {
        return place.matches("\\d{1,3}")
                ? TemplateStore.word(parameters.path(Integer.parseInt(place) - 1), "text")
                : parameters
                        .valueStream()
                        .filter(it -> TemplateStore.word(it, "parameter_name").equals(place))
                        .map(it -> TemplateStore.word(it, "text"))
                        .findFirst()
                        .orElse("");
    }
}
