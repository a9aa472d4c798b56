package app.parley.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What Meta refuses of a template that is sent (contract 4.2, 132000 to 132018). */
@SandboxComponent
final class TemplateCheck {

    private static final Pattern PLACE = Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}");
    private static final Set<String> FILES = Set.of("IMAGE", "VIDEO", "DOCUMENT");

    private final TemplateStore templates;

    TemplateCheck(TemplateStore templates) {
        this.templates = templates;
    }

    void check(JsonNode message) {
        if (!SendCheck.type(message).equals("template")) {
            return;
        }
        JsonNode sent = message.path("template");
        ObjectNode template = templates
                .find(
                        TemplateStore.word(sent, "name"),
                        sent.path("language").path("code").asString(""))
                .orElseThrow(() -> error(132001, "The template does not exist in the translation."));
        requireApproved(TemplateStore.word(template, "status"));
        template.path("components").valueStream().forEach(component -> check(component, sent));
    }

    private static void requireApproved(String status) {
        switch (status) {
            case TemplateStore.APPROVED -> {}
            case "PAUSED" -> throw error(132015, "The template is paused due to low quality.");
            case "DISABLED" -> throw error(132016, "The template is disabled due to low quality.");
            default -> throw error(132001, "The template has not been approved.");
        }
    }

    private static void check(JsonNode component, JsonNode sent) {
        String type = TemplateStore.word(component, "type").toLowerCase(Locale.ROOT);
        if (type.equals("buttons")) {
            int index = 0;
            for (JsonNode button : component.path("buttons")) {
                boolean code = TemplateStore.word(button, "type").equals("COPY_CODE");
                List<String> wanted = code ? List.of("1") : places(TemplateStore.word(button, "url"));
                requireParameters(wanted, parameters(sent, "button", String.valueOf(index++)));
            }
        } else if (FILES.contains(TemplateStore.word(component, "format"))) {
            requireFile(TemplateStore.word(component, "format").toLowerCase(Locale.ROOT), parameters(sent, type, ""));
        } else {
            requireParameters(places(TemplateStore.word(component, "text")), parameters(sent, type, ""));
        }
    }

    private static void requireFile(String format, JsonNode parameters) {
        JsonNode parameter = parameters.path(0);
        JsonNode file = parameter.path(format);
        if (!TemplateStore.word(parameter, "type").equals(format) || file.has("id") == file.has("link")) {
            throw error(132012, "header: Format mismatch, expected " + format.toUpperCase(Locale.ROOT));
        }
    }

    private static void requireParameters(List<String> wanted, JsonNode given) {
        if (given.size() != wanted.size()) {
            throw error(
                    132000,
                    "number of parameters (" + given.size() + ") does not match the expected number (" + wanted.size()
                            + ")");
        }
        for (JsonNode parameter : given) {
            String name = TemplateStore.word(parameter, "parameter_name");
            boolean numbered = wanted.stream().allMatch(place -> place.matches("\\d+"));
            if (numbered ? !name.isEmpty() : !wanted.contains(name)) {
                throw error(132012, "Parameter name does not match the template's.");
            }
            String value = parameter.path("text").asString(TemplateStore.word(parameter, "coupon_code"));
            if (value.isBlank()) {
                throw error(131008, "Parameter of type text is missing text value");
            }
            if (value.matches("(?s).*([\\n\\t]| {5}).*")) {
                throw error(132018, "Param text cannot have new-line/tab characters or more than 4 consecutive spaces");
            }
        }
    }

    private static JsonNode parameters(JsonNode sent, String type, String index) {
        return sent.path("components")
                .valueStream()
                .filter(it -> TemplateStore.word(it, "type").equals(type))
                .filter(it -> index.isEmpty() || TemplateStore.word(it, "index").equals(index))
                .filter(it -> !TemplateStore.word(it, "sub_type").equals("quick_reply"))
                .findFirst()
                .map(it -> it.path("parameters"))
                .orElseGet(MetaJson::array);
    }

    /** Each once, however often it stands there. */
    static List<String> places(String text) {
        List<String> places = new ArrayList<>();
        PLACE.matcher(text)
                .results()
                .map(found -> found.group(1))
                .filter(place -> !places.contains(place))
                .forEach(places::add);
        return places;
    }

    private static GraphError error(int code, String details) {
        return GraphError.badParameter(code, details);
    }
}
