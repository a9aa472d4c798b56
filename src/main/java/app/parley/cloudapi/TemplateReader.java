package app.parley.cloudapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads the components of a template. Anything may be odd; what is not understood makes it unsendable, no more. */
final class TemplateReader {

    private @Nullable TemplateHeader header;
    private @Nullable TemplateText body;
    private @Nullable String footer;
    private @Nullable Unsendable obstacle;
    private final List<TemplateButton> buttons = new ArrayList<>();

    private TemplateReader() {}

    static TemplateForm read(@Nullable String components) {
        TemplateReader reader = new TemplateReader();
        try {
            Json.MAPPER
                    .readTree(components == null ? "[]" : components)
                    .valueStream()
                    .forEach(reader::component);
        } catch (JacksonException e) {
            reader.obstacle(Unsendable.OTHER);
        }
        return reader.form();
    }

    private TemplateForm form() {
        if (body == null) {
            obstacle(Unsendable.OTHER);
        }
        return new TemplateForm(
                header, body == null ? new TemplateText("", List.of()) : body, footer, List.copyOf(buttons), obstacle);
    }

    private void component(JsonNode component) {
        JsonNode example = component.path("example");
        switch (word(component, "type")) {
            case "HEADER" -> header(component, example);
            case "BODY" ->
                body = TemplateText.of(
                        TemplateSlot.Place.BODY,
                        -1,
                        text(component),
                        example.path("body_text").path(0),
                        example.path("body_text_named_params"));
            case "FOOTER" -> footer = Json.text(component, "text");
            case "BUTTONS" -> component.path("buttons").valueStream().forEach(this::button);
            case "CAROUSEL" -> obstacle(Unsendable.CAROUSEL);
            case "LIMITED_TIME_OFFER" -> obstacle(Unsendable.OFFER);
            default -> obstacle(Unsendable.OTHER);
        }
    }

    private void header(JsonNode component, JsonNode example) {
        String format = word(component, "format");
        switch (format) {
            case "TEXT" ->
                header = new TemplateHeader.Words(TemplateText.of(
                        TemplateSlot.Place.HEADER,
                        -1,
                        text(component),
                        example.path("header_text"),
                        example.path("header_text_named_params")));
            case "IMAGE", "VIDEO", "DOCUMENT" -> header = new TemplateHeader.File(format.toLowerCase(Locale.ROOT));
            case "LOCATION" -> obstacle(Unsendable.LOCATION);
            default -> obstacle(Unsendable.OTHER);
        }
    }

    private void button(JsonNode button) {
        String type = word(button, "type");
        switch (type) {
            case "URL" -> link(button);
            case "PHONE_NUMBER" -> add(type, button, fixed(button, "phone_number"), null);
            case "COPY_CODE" -> add(type, button, null, code(button));
            case "QUICK_REPLY", "VOICE_CALL", "REQUEST_CONTACT_INFO" -> add(type, button, null, null);
            default -> {
                add(type, button, null, null);
                obstacle(obstacleOf(type));
            }
        }
    }

    /** Of the address only the end may be filled in, so that there is one slot at most. */
    private void link(JsonNode button) {
        String url = Json.text(button, "url");
        TemplateText target = TemplateText.of(
                TemplateSlot.Place.LINK,
                buttons.size(),
                url == null ? "" : url,
                list(button.path("example")),
                button.path("example"));
        if (target.slots().size() > 1) {
            obstacle(Unsendable.OTHER);
        }
        add("URL", button, target, target.slots().isEmpty() ? null : ending(target));
    }

    /** Meta's example is the whole address; what is to be filled in is its end. */
    private static TemplateSlot ending(TemplateText target) {
        TemplateSlot slot = target.slots().getFirst();
        String before = target.text().substring(0, target.text().indexOf("{{"));
        String example = slot.example();
        return example == null || !example.startsWith(before)
                ? slot
                : new TemplateSlot(slot.place(), slot.button(), slot.name(), example.substring(before.length()));
    }

    private TemplateSlot code(JsonNode button) {
        JsonNode example = list(button.path("example")).path(0);
        return new TemplateSlot(TemplateSlot.Place.CODE, buttons.size(), "1", TemplateText.text(example));
    }

    private void add(String type, JsonNode button, @Nullable TemplateText target, @Nullable TemplateSlot slot) {
        buttons.add(new TemplateButton(type, text(button), target, slot));
    }

    /** The first obstacle says why. */
    private void obstacle(Unsendable found) {
        obstacle = obstacle == null ? found : obstacle;
    }

    private static Unsendable obstacleOf(String buttonType) {
        return switch (buttonType) {
            case "FLOW" -> Unsendable.FLOW;
            case "OTP" -> Unsendable.ONE_TIME_CODE;
            case "CATALOG", "MPM", "SPM" -> Unsendable.CATALOG;
            default -> Unsendable.OTHER;
        };
    }

    private static @Nullable TemplateText fixed(JsonNode button, String field) {
        String value = Json.text(button, field);
        return value == null ? null : new TemplateText(value, List.of());
    }

    /** An example comes alone or in a list. */
    private static JsonNode list(JsonNode example) {
        return example.isArray() ? example : Json.MAPPER.createArrayNode().add(example);
    }

    private static String text(JsonNode node) {
        String text = Json.text(node, "text");
        return text == null ? "" : text;
    }

    private static String word(JsonNode node, String field) {
        String word = Json.text(node, field);
        return word == null ? "" : word.toUpperCase(Locale.ROOT);
    }
}
