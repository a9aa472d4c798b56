package app.parley.cloudapi;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a template of ours shows around its words, kept with the message: templates change, what was sent does not. */
public record TemplateFrame(
        @Nullable String header, @Nullable String footer, List<Button> buttons) {

    /**
     * @param type Meta's word
     * @param target where it leads, whom it calls or what it copies
     */
    public record Button(String type, String text, @Nullable String target) {}

    static @Nullable TemplateFrame of(JsonNode message) {
        JsonNode frame = message.path("template_frame");
        return frame.isObject()
                ? new TemplateFrame(
                        Json.text(frame, "header"),
                        Json.text(frame, "footer"),
                        frame.path("buttons")
                                .valueStream()
                                .map(TemplateFrame::button)
                                .toList())
                : null;
    }

    private static Button button(JsonNode node) {
        String type = Json.text(node, "type");
        String text = Json.text(node, "text");
        return new Button(type == null ? "" : type, text == null ? "" : text, Json.text(node, "target"));
    }

    /** As {@link MessageDetails} reads it. */
    public String toJson() {
        ObjectNode json = Json.MAPPER.createObjectNode();
        ObjectNode frame =
                json.putObject("template_frame").put("header", header).put("footer", footer);
        ArrayNode list = frame.putArray("buttons");
        buttons.forEach(button -> list.addObject()
                .put("type", button.type())
                .put("text", button.text())
                .put("target", button.target()));
        return json.toString();
    }
}
