package app.parley.sandbox;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What customers do with their phones; the business hears of it by webhook. */
@SandboxComponent
final class CustomerActions {

    private final SandboxWebhooks webhooks;
    private final Envelope envelope;
    private final Phones phones;
    private final Clock clock;

    CustomerActions(SandboxWebhooks webhooks, Envelope envelope, Phones phones, Clock clock) {
        this.webhooks = webhooks;
        this.envelope = envelope;
        this.phones = phones;
        this.clock = clock;
    }

    /** Sends it with the time it is to bear; returns the message's id, its own if it has one already. */
    String says(Phone phone, CustomerContent content, MessageTime time) {
        Instant at = time.from(clock.instant());
        String givenId = content.parts().path("id").asString("");
        String id = givenId.isEmpty() ? MetaIds.inboundMessage(phone.customer().idPart()) : givenId;
        show(phone, content, id, at);
        ObjectNode message = message(phone.customer(), content, id, at);
        webhooks.post(phone.id(), envelope.message(phone.number(), phone.customer(), message), () -> {
            phone.change(id, it -> it.with(Ticks.DELIVERED));
            phones.changed(phone.id());
        });
        return id;
    }

    /** Changes a message of the customer's; on most numbers the business hears only that something was changed. */
    void edits(Phone phone, String messageId, String text, boolean passedOn, MessageTime time) {
        phone.change(messageId, it -> it.withText(text));
        says(phone, passedOn ? CustomerContent.edit(messageId, text) : CustomerContent.unsupported("edit"), time);
    }

    /** Takes a message of the customer's back; as with {@link #edits}, not every number is told which. */
    void deletes(Phone phone, String messageId, boolean passedOn, MessageTime time) {
        phone.change(messageId, PhoneMessage::deleted);
        says(phone, passedOn ? CustomerContent.revoke(messageId) : CustomerContent.unsupported("revoke"), time);
    }

    /** The customer goes on under another phone number, and is the same (contract section 2.2). */
    void changesNumber(Phone phone) {
        SandboxCustomer before = phone.customer();
        SandboxCustomer now = phones.changeNumber(before);
        Instant at = clock.instant();
        ObjectNode message = MetaJson.object();
        if (before.waId() != null) {
            message.put("from", before.waId());
        }
        message.put("from_user_id", before.userId())
                .put("id", MetaIds.inboundMessage(before.idPart()))
                .put("timestamp", Long.toString(at.getEpochSecond()))
                .put("type", "system")
                .putObject("system")
                .put("body", "User " + now.name() + " changed from " + before.idPart() + " to " + now.waId())
                .put("wa_id", now.waId())
                .put("type", "user_changed_number");
        webhooks.post(phone.id(), envelope.notice(phone.number(), message), () -> {});
        phones.changed(phone.id());
    }

    /** Rings once; nobody picks up. */
    void calls(Phone phone) {
        SandboxCustomer customer = phone.customer();
        ObjectNode call = MetaJson.object().put("id", "wacid." + MetaIds.media());
        if (customer.waId() != null) {
            call.put("from", customer.waId());
        }
        call.put("from_user_id", customer.userId())
                .put("to", phone.number().digits())
                .put("event", "connect")
                .put("direction", "USER_INITIATED")
                .put("timestamp", Long.toString(clock.instant().getEpochSecond()));
        webhooks.post(phone.id(), envelope.call(phone.number(), customer, call), () -> {});
    }

    private static ObjectNode message(SandboxCustomer customer, CustomerContent content, String id, Instant at) {
        ObjectNode message = MetaJson.object();
        if (customer.waId() != null) {
            message.put("from", customer.waId());
        }
        message.put("from_user_id", customer.userId())
                .put("id", id)
                .put("timestamp", Long.toString(at.getEpochSecond()))
                .setAll(content.parts().deepCopy().without("id"));
        return message;
    }

    private void show(Phone phone, CustomerContent content, String id, Instant at) {
        ObjectNode parts = content.parts();
        if (content.type().equals("reaction")) {
            JsonNode reaction = parts.path("reaction");
            String emoji = reaction.path("emoji").asString("");
            phone.change(reaction.path("message_id").asString(""), it -> it.withReaction(emoji));
        } else if (content.standsOnThePhone()) {
            String text = MessageSummary.of(content.type(), parts);
            phone.put(new PhoneMessage(id, true, content.type(), text, at, Ticks.SENDING, "", List.of(), null));
        }
        phones.changed(phone.id());
    }
}
