package app.parley.sandbox;

import app.parley.sandbox.Answer.Ending;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Takes what the business sends, and lets it fare as {@link Fates} decide. */
@InSandbox
final class Sends {

    private final Phones phones;
    private final Fates fates;
    private final Throttling throttling;
    private final Statuses statuses;

    Sends(Phones phones, Fates fates, Throttling throttling, Statuses statuses) {
        this.phones = phones;
        this.fates = fates;
        this.throttling = throttling;
        this.statuses = statuses;
    }

    Answer take(SandboxNumber number, JsonNode message) {
        throttling.check(number.phoneNumberId(), address(message));
        Fate fate = fates.take();
        return switch (fate.outcome()) {
            case REJECTED ->
                throw GraphError.of(ErrorWords.status(fate.code()), fate.code(), ErrorWords.title(fate.code()));
            case RATE_LIMITED ->
                throw GraphError.of(429, fate.code(), "Message failed to send because of the rate limit.");
            case UNAVAILABLE -> throw GraphError.of(500, fate.code(), "Temporary issue. Please retry later.");
            case TOKEN_EXPIRED -> throw GraphError.expiredToken();
            case NUMBER_DELETED -> throw GraphError.of(400, fate.code(), "The business phone number has been deleted.");
            case LOST_BEFORE -> Answer.never(Ending.CUT, Duration.ZERO);
            case TIMEOUT_BEFORE -> Answer.never(Ending.CUT, fate.silence());
            case BAD_GATEWAY_BEFORE -> Answer.never(Ending.BAD_GATEWAY, Duration.ZERO);
            case LOST_AFTER, TIMEOUT_AFTER -> accept(number, message, fate).ending(Ending.CUT, fate.silence());
            case BAD_GATEWAY_AFTER -> accept(number, message, fate).ending(Ending.BAD_GATEWAY, Duration.ZERO);
            case SLOW -> {
                pause(fate.silence());
                yield accept(number, message, fate);
            }
            case ACCEPTED, FAILS_LATER -> accept(number, message, fate);
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

    private Answer accept(SandboxNumber number, JsonNode message, Fate fate) {
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
                () -> statuses.follow(sending, message, fate));
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
