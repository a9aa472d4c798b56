package app.parley.cloudapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A template and what was filled in.
 *
 * @param values by the keys of the slots
 */
public record FilledTemplate(TemplateForm form, Map<String, String> values) {

    /** What stands around it is not meant. */
    public FilledTemplate {
        values = values.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey,
                        entry -> Json.storable(entry.getValue().strip())));
    }

    /** What Meta would not take, by the keys of the slots; empty when it can be sent. */
    public Map<String, TemplateFlaw> flaws() {
        Map<String, TemplateFlaw> flaws = new LinkedHashMap<>();
        for (TemplateSlot slot : form.slots()) {
            TemplateFlaw flaw = TemplateFlaw.of(slot, value(slot));
            if (flaw != null) {
                flaws.put(slot.key(), flaw);
            }
        }
        return flaws;
    }

    /** Its words as the customer will read them; what is not filled in yet stays between its braces. */
    public String words() {
        return form.body().filled(values);
    }

    /** What it shows around its words. */
    public TemplateFrame frame() {
        return new TemplateFrame(
                form.header() instanceof TemplateHeader.Words words
                        ? words.text().filled(values)
                        : null,
                form.footer(),
                form.buttons().stream().map(this::button).toList());
    }

    private TemplateFrame.Button button(TemplateButton button) {
        String target = button.target() != null
                ? button.target().filled(values)
                : button.slot() == null ? null : value(button.slot());
        return new TemplateFrame.Button(button.type(), button.text(), target);
    }

    /**
     * Meta's words for it (contract section 4); components are named only where something was filled in.
     *
     * @param fileName what a document above it is called
     */
    public String content(String name, String language, @Nullable String fileName) {
        ObjectNode json = OutboundContent.of("template");
        ObjectNode template = json.putObject("template").put("name", name);
        template.putObject("language").put("code", language);
        ArrayNode components = Json.MAPPER.createArrayNode();
        header(components, fileName);
        parameters(components, "body", form.body().slots());
        for (int i = 0; i < form.buttons().size(); i++) {
            button(components, i, form.buttons().get(i));
        }
        if (!components.isEmpty()) {
            template.set("components", components);
        }
        return json.toString();
    }

    private void header(ArrayNode components, @Nullable String fileName) {
        switch (form.header()) {
            case null -> {}
            case TemplateHeader.Words words ->
                parameters(components, "header", words.text().slots());
            case TemplateHeader.File file -> {
                ObjectNode parameter = components
                        .addObject()
                        .put("type", "header")
                        .putArray("parameters")
                        .addObject()
                        .put("type", file.type());
                ObjectNode what = parameter.putObject(file.type());
                if (file.type().equals("document") && fileName != null) {
                    what.put("filename", fileName);
                }
            }
        }
    }

    private void parameters(ArrayNode components, String type, List<TemplateSlot> slots) {
        if (slots.isEmpty()) {
            return;
        }
        ArrayNode parameters = components.addObject().put("type", type).putArray("parameters");
        slots.forEach(slot -> text(parameters, slot));
    }

    private void button(ArrayNode components, int index, TemplateButton button) {
        TemplateSlot slot = button.slot();
        if (slot == null) {
            return;
        }
        boolean code = slot.place() == TemplateSlot.Place.CODE;
        ArrayNode parameters = components
                .addObject()
                .put("type", "button")
                .put("sub_type", code ? "copy_code" : "url")
                .put("index", String.valueOf(index))
                .putArray("parameters");
        if (code) {
            parameters.addObject().put("type", "coupon_code").put("coupon_code", value(slot));
        } else {
            text(parameters, slot);
        }
    }

    private void text(ArrayNode parameters, TemplateSlot slot) {
        ObjectNode parameter = parameters.addObject().put("type", "text");
        if (slot.isNamed()) {
            parameter.put("parameter_name", slot.name());
        }
        parameter.put("text", value(slot));
    }

    private String value(TemplateSlot slot) {
        return Objects.requireNonNullElse(values.get(slot.key()), "");
    }
}
