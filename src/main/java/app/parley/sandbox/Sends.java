package app.parley.sandbox;

import app.parley.sandbox.Answer.Ending;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Takes what the business sends, and lets it fare as {@link SimulatedOutcomes} decide. */
@SandboxComponent
final class Sends {

    private final Phones phones;
    private final SimulatedOutcomes outcomes;
    private final SandboxRateLimits throttling;
    private final Statuses statuses;

    Sends(Phones phones, SimulatedOutcomes outcomes, SandboxRateLimits throttling, Statuses statuses) {
        this.phones = phones;
        this.outcomes = outcomes;
        this.throttling = throttling;
        this.statuses = statuses;
    }

    Answer take(SandboxNumber number, JsonNode message) {
        throttling.check(number.phoneNumberId(), address(message));
        SimulatedOutcome outcome = outcomes.take();
        return switch (outcome.outcome()) {
            case REJECTED ->
                throw GraphError.of(
                        ErrorWords.status(outcome.code()), outcome.code(), ErrorWords.title(outcome.code()));
            case RATE_LIMITED ->
                throw GraphError.of(429, outcome.code(), "Message failed to send because of the rate limit.");
            case UNAVAILABLE -> throw GraphError.of(500, outcome.code(), "Temporary issue. Please retry later.");
            case TOKEN_EXPIRED -> throw GraphError.expiredToken();
            case NUMBER_DELETED ->
                throw GraphError.of(400, outcome.code(), "The business phone number has been deleted.");
            case LOST_BEFORE -> Answer.never(Ending.CUT, Duration.ZERO);
            case TIMEOUT_BEFORE -> Answer.never(Ending.CUT, outcome.silence());
            case BAD_GATEWAY_BEFORE -> Answer.never(Ending.BAD_GATEWAY, Duration.ZERO);
            case LOST_AFTER, TIMEOUT_AFTER -> accept(number, message, outcome).ending(Ending.CUT, outcome.silence());
            case BAD_GATEWAY_AFTER -> accept(number, message, outcome).ending(Ending.BAD_GATEWAY, Duration.ZERO);
            case SLOW -> {
                pause(outcome.silence());
                yield accept(number, message, outcome);
            }
            case ACCEPTED, FAILS_LATER -> accept(number, message, outcome);
        };
    }

    /** Marks this message and all before it; a typing indicator may come with it (contract section 4). */
    void markRead(SandboxNumber number, JsonNode mark) {
        String messageId = mark.path("message_id").asString("");
        if (!"read".equals(mark.path("status").asString(""))) {
            throw GraphError.badParameter(100, "Param status must be read.");
        }
        Phone phone = phones.all().stream()
                .filter(it -> it.number().equals(number) && it.knows(messageId))
                .findFirst()
                .orElseThrow(() -> GraphError.badParameter(100, "Please check the message ID you have provided."));
        phone.readByBusinessUpTo(messageId);
        phones.changed(phone.id());
    }

    private Answer accept(SandboxNumber number, JsonNode message, SimulatedOutcome outcome) {
        String to = message.path("to").asString("");
        String recipient = message.path("recipient").asString("");
        boolean byUserId = to.isBlank();
        String waId = to.replaceAll("\\D", "");
        SandboxCustomer customer =
                byUserId ? phones.customer(recipient, null, recipient) : phones.customer(null, waId, "+" + waId);
        Sending sending = new Sending(
                MetaIds.outboundMessage(customer.idPart()),
                number,
                customer,
                byUserId,
                SendCheck.type(message),
                textOrNull(message.path("biz_opaque_callback_data")));
        return new Answer(
                body(byUserId ? recipient : to, sending),
                sending.id(),
                Ending.ANSWERED,
                Duration.ZERO,
                () -> statuses.follow(sending, message, outcome));
    }

    private static ObjectNode body(String input, Sending sending) {
        ObjectNode body = MetaJson.object().put("messaging_product", "whatsapp");
        ObjectNode contact = body.putArray("contacts").addObject().put("input", input);
        if (sending.byUserId()) {
            contact.put("user_id", sending.customer().userId());
        } else {
            contact.put("wa_id", sending.customer().waId());
        }
        ObjectNode message = body.putArray("messages").addObject().put("id", sending.id());
        if (sending.type().equals("template")) {
            message.put("message_status", "accepted");
        }
        return body;
    }

    private static @Nullable String textOrNull(JsonNode node) {
        return node.isMissingNode() ? null : node.asString("");
    }

    private static String address(JsonNode message) {
        String to = message.path("to").asString("");
        return to.isBlank() ? message.path("recipient").asString("") : to.replaceAll("\\D", "");
    }

    private static void pause(Duration silence) {
        try {
            Thread.sleep(silence);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
