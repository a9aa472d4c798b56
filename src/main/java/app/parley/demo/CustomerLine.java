package app.parley.demo;

import app.parley.cloudapi.InboundMessage;
import app.parley.cloudapi.Webhook;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A customer's line as the webhook it would have come by, so that the demo is received as real messages are. */
final class CustomerLine {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private CustomerLine() {}

    static InboundMessage asInbound(Bakery.Customer customer, String phoneNumberId, Bakery.Line line, Instant at) {
        ObjectNode root = JSON.createObjectNode().put("object", "whatsapp_business_account");
        ObjectNode change =
                root.putArray("entry").addObject().putArray("changes").addObject();
        ObjectNode value = change.put("field", "messages").putObject("value");
        value.putObject("metadata").put("phone_number_id", phoneNumberId);
        ObjectNode contact = value.putArray("contacts").addObject();
        contact.put("wa_id", customer.waId()).put("user_id", customer.userId());
        contact.putObject("profile").put("name", customer.name()).put("username", customer.username());
        ObjectNode message = value.putArray("messages").addObject();
        message.put("from", customer.waId()).put("from_user_id", customer.userId());
        message.put("id", line.id()).put("timestamp", Long.toString(at.getEpochSecond()));
        String type = line.kind().equals("VOICE") ? "audio" : line.kind().toLowerCase(Locale.ROOT);
        message.put("type", type);
        if (line.payload() != null) {
            message.set(type, line.payload());
        } else {
            message.putObject(type).put("body", line.text());
        }
        if (line.refersTo() != null) {
            message.putObject("context").put("id", line.refersTo());
        }
        byte[] body = JSON.writeValueAsString(root).getBytes(StandardCharsets.UTF_8);
        return Webhook.parse(body).changes().getFirst().messages().getFirst();
    }
}
