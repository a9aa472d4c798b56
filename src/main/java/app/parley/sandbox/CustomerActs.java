package app.parley.sandbox;

import java.time.Clock;
import java.time.Instant;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What customers do with their phones; the business hears of it by webhook. */
@InSandbox
final class CustomerActs {

    private final SandboxWebhooks webhooks;
    private final Envelope envelope;
    private final Phones phones;
    private final Clock clock;

    CustomerActs(SandboxWebhooks webhooks, Envelope envelope, Phones phones, Clock clock) {
        this.webhooks = webhooks;
        this.envelope = envelope;
        this.phones = phones;
        this.clock = clock;
    }

    /** Sends it with the time it is to bear; returns the message's id, its own if it has one already. */
    String says(Phone phone, Saying saying, MessageTime time) {
        Instant at = time.from(clock.instant());
        String givenId = saying.parts().path("id").asString("");
        String id = givenId.isEmpty() ? MetaIds.inboundMessage(phone.customer().idPart()) : givenId;
        show(phone, saying, id, at);
        ObjectNode message = message(phone.customer(), saying, id, at);
        webhooks.post(phone.id(), envelope.message(phone.number(), phone.customer(), message), () -> {
            phone.change(id, it -> it.with(Ticks.DELIVERED));
            phones.changed(phone.id());
        });
        return id;
    }

    private static ObjectNode message(SandboxCustomer customer, Saying saying, String id, Instant at) {
        ObjectNode message = MetaJson.object();
        if (customer.waId() != null) {
            message.put("from", customer.waId());
        }
        message.put("from_user_id", customer.userId())
                .put("id", id)
                .put("timestamp", Long.toString(at.getEpochSecond()))
                .setAll(saying.parts().deepCopy().without("id"));
        return message;
    }

    private void show(Phone phone, Saying saying, String id, Instant at) {
        ObjectNode parts = saying.parts();
        if (saying.type().equals("reaction")) {
            JsonNode reaction = parts.path("reaction");
            String emoji = reaction.path("emoji").asString("");
            phone.change(reaction.path("message_id").asString(""), it -> it.withReaction(emoji));
        } else {
            String text = Gist.of(saying.type(), parts);
            phone.put(new PhoneMessage(id, true, saying.type(), text, at, Ticks.SENDING, "", null));
        }
        phones.changed(phone.id());
    }
}
