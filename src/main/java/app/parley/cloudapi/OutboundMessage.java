package app.parley.cloudapi;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A message to send (contract section 4).
 *
 * @param content what is said: {@code {"type":"text","text":{…}}}, as {@link OutboundContent} makes it
 * @param quoted Meta's id of the message it answers
 * @param mediaId Meta's id of the file it carries, once that is uploaded
 * @param callbackData comes back in every status: our own id of the message
 */
public record OutboundMessage(
        Recipient to,
        String content,
        @Nullable String quoted,
        @Nullable String mediaId,
        String callbackData) {

    byte[] toJson() {
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("messaging_product", "whatsapp");
        json.put("recipient_type", "individual");
        switch (to) {
            case Recipient.Phone phone -> json.put("to", "+" + phone.digits());
            case Recipient.User user -> json.put("recipient", user.userId());
        }
        if (quoted != null) {
            json.putObject("context").put("message_id", quoted);
        }
        json.put("biz_opaque_callback_data", callbackData);
        JsonNode said = Json.MAPPER.readTree(content);
        json.setAll((ObjectNode) said);
        if (mediaId != null) {
            file(json).put("id", mediaId);
        }
        return Json.MAPPER.writeValueAsBytes(json);
    }

    /** The object that names the file: the type's own, or in a template the header's. */
    private static ObjectNode file(ObjectNode json) {
        String type = json.path("type").asString();
        if (!type.equals("template")) {
            return (ObjectNode) json.path(type);
        }
        JsonNode parameter = json.path("template")
                .path("components")
                .valueStream()
                .filter(component -> component.path("type").asString().equals("header"))
                .map(component -> component.path("parameters").path(0))
                .findFirst()
                .orElseThrow();
        return (ObjectNode) parameter.path(parameter.path("type").asString());
    }
}
