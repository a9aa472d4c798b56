package app.parley.cloudapi;

import tools.jackson.databind.node.ObjectNode;

/** A text to send (contract section 4). {@code callbackData} comes back in every status: our own id of the message. */
public record OutboundText(Recipient to, String body, String callbackData) {

    byte[] toJson() {
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("messaging_product", "whatsapp");
        json.put("recipient_type", "individual");
        switch (to) {
            case Recipient.Phone phone -> json.put("to", "+" + phone.digits());
            case Recipient.User user -> json.put("recipient", user.userId());
        }
        json.put("biz_opaque_callback_data", callbackData);
        json.put("type", "text");
        json.putObject("text").put("body", body).put("preview_url", false);
        return Json.MAPPER.writeValueAsBytes(json);
    }
}
