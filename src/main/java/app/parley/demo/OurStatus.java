package app.parley.demo;

import app.parley.cloudapi.MessageStatus;
import app.parley.cloudapi.Webhook;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What became of a line of ours as the webhook that would have told it, with what WhatsApp bills it as. */
final class OurStatus {

    private static final Set<String> ARRIVED = Set.of("DELIVERED", "READ", "PLAYED");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private OurStatus() {}

    static MessageStatus of(Bakery.Customer customer, Bakery.Line line, String state, Instant at) {
        ObjectNode root = JSON.createObjectNode().put("object", "whatsapp_business_account");
        ObjectNode change =
                root.putArray("entry").addObject().putArray("changes").addObject();
        ObjectNode status = change.put("field", "messages")
                .putObject("value")
                .putArray("statuses")
                .addObject();
        status.put("id", line.id()).put("status", state.toLowerCase(Locale.ROOT));
        status.put("timestamp", Long.toString(at.getEpochSecond()));
        status.put("recipient_id", customer.waId()).put("recipient_user_id", customer.userId());
        status.putObject("pricing")
                .put("billable", isTemplate(line))
                .put("pricing_model", "PMP")
                .put("type", type(line))
                .put("category", category(line));
        byte[] body = JSON.writeValueAsString(root).getBytes(StandardCharsets.UTF_8);
        return Webhook.parse(body).changes().getFirst().statuses().getFirst();
    }

    /** The line of the sandbox's bill, its parts between tabs; none when it has not arrived. */
    static String onTheBill(String phoneNumberId, Bakery.Line line, String state, Instant at) {
        return ARRIVED.contains(state)
                ? String.join(
                                "\t",
                                line.id(),
                                Long.toString(at.getEpochSecond()),
                                phoneNumberId,
                                category(line),
                                type(line))
                        + "\n"
                : "";
    }

    private static boolean isTemplate(Bakery.Line line) {
        return line.kind().equals("TEMPLATE");
    }

    private static String type(Bakery.Line line) {
        return isTemplate(line) ? "regular" : "free_customer_service";
    }

    private static String category(Bakery.Line line) {
        return isTemplate(line) ? "utility" : "service";
    }
}
