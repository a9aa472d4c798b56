package app.parley.sandbox;

import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/** Wraps a message or a status the way webhooks carry it (contract section 2). */
@SandboxComponent
final class Envelope {

    private final SandboxSettings settings;

    Envelope(SandboxSettings settings) {
        this.settings = settings;
    }

    ObjectNode message(SandboxNumber number, SandboxCustomer from, ObjectNode message) {
        ObjectNode value = value(number);
        value.putArray("contacts").add(contact(from, true));
        value.putArray("messages").add(message);
        return body(value);
    }

    /** Statuses name the contact too since 2026, but not those of a failure (contract section 2.3). */
    ObjectNode status(SandboxNumber number, SandboxCustomer to, ObjectNode status) {
        ObjectNode value = value(number);
        String state = status.path("status").asString("");
        if (!"failed".equals(state)) {
            value.putArray("contacts").add(contact(to, !"sent".equals(state)));
        }
        value.putArray("statuses").add(status);
        return body(value);
    }

    /** System notices name no contact (contract section 2.2). */
    ObjectNode notice(SandboxNumber number, ObjectNode message) {
        ObjectNode value = value(number);
        value.putArray("messages").add(message);
        return body(value);
    }

    ObjectNode call(SandboxNumber number, SandboxCustomer from, ObjectNode call) {
        ObjectNode value = value(number);
        value.putArray("contacts").add(contact(from, true));
        value.putArray("calls").add(call);
        return body("calls", value);
    }

    /** What concerns the account as a whole names no number, and when it happened (contract section 6). */
    ObjectNode ofAccount(String field, ObjectNode value, Instant at) {
        ObjectNode body = body(field, value);
        ((ObjectNode) body.path("entry").path(0)).put("time", at.getEpochSecond());
        return body;
    }

    private ObjectNode body(ObjectNode value) {
        return body("messages", value);
    }

    private ObjectNode body(String field, ObjectNode value) {
        ObjectNode body = MetaJson.object().put("object", "whatsapp_business_account");
        ObjectNode entry = body.putArray("entry").addObject().put("id", settings.businessAccountId());
        entry.putArray("changes").addObject().put("field", field).set("value", value);
        return body;
    }

    private static ObjectNode value(SandboxNumber number) {
        ObjectNode value = MetaJson.object().put("messaging_product", "whatsapp");
        value.putObject("metadata")
                .put("display_phone_number", number.digits())
                .put("phone_number_id", number.phoneNumberId());
        return value;
    }

    private static ObjectNode contact(SandboxCustomer customer, boolean withUsername) {
        ObjectNode contact = MetaJson.object();
        ObjectNode profile = contact.putObject("profile").put("name", customer.name());
        if (withUsername && customer.username() != null) {
            profile.put("username", "@" + customer.username());
        }
        if (customer.waId() != null) {
            contact.put("wa_id", customer.waId());
        }
        return contact.put("user_id", customer.userId());
    }
}
