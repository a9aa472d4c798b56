package app.parley.cloudapi;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** A webhook body (contract section 2): every change of every entry, in the order Meta gave them. */
public record Webhook(List<Change> changes) {

    private static final String OBJECT = "whatsapp_business_account";

    /** One change of one entry. */
    public record Change(@Nullable String field, JsonNode value) {

        /** Whether it is of one of our numbers and its customers; everything else is kept, and nothing to do. */
        public boolean isOfANumber() {
            return "messages".equals(field) || "calls".equals(field);
        }

        /** The number it belongs to: the routing key (contract section 2); absent on account-wide fields. */
        public @Nullable String phoneNumberId() {
            return Json.text(value.path("metadata"), "phone_number_id");
        }

        public List<InboundMessage> messages() {
            Contacts contacts = new Contacts(value.path("contacts"));
            return value.path("messages")
                    .valueStream()
                    .map(node -> InboundMessage.of(node, contacts))
                    .toList();
        }

        /** The calls customers made; ours, and how calls went on, are left out. */
        public List<InboundCall> calls() {
            Contacts contacts = new Contacts(value.path("contacts"));
            return value.path("calls")
                    .valueStream()
                    .filter(InboundCall::isCustomers)
                    .map(node -> InboundCall.of(node, contacts))
                    .toList();
        }

        public List<MessageStatus> statuses() {
            return value.path("statuses").valueStream().map(MessageStatus::of).toList();
        }
    }

    /**
     * @throws MalformedWebhookException when the bytes are no webhook of WhatsApp's; its message says why, in a sentence
     */
    public static Webhook parse(byte[] body) {
        JsonNode root;
        try {
            root = Json.MAPPER.readTree(body);
        } catch (JacksonException e) {
            throw new MalformedWebhookException("The body is not JSON.");
        }
        if (!root.isObject()) {
            throw new MalformedWebhookException("The body is not a JSON object.");
        }
        if (!OBJECT.equals(Json.text(root, "object"))) {
            throw new MalformedWebhookException("The object is not \"" + OBJECT + "\".");
        }
        List<Change> changes = new ArrayList<>();
        for (JsonNode entry : root.path("entry")) {
            for (JsonNode change : entry.path("changes")) {
                changes.add(new Change(Json.text(change, "field"), change.path("value")));
            }
        }
        return new Webhook(changes);
    }
}
