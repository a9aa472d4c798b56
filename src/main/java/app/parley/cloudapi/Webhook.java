package app.parley.cloudapi;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.JsonNode;

/** A webhook body (contract section 2): every change of every entry, in the order Meta gave them. */
public record Webhook(List<Change> changes) {

    private static final String OBJECT = "whatsapp_business_account";

    /** Contract 2.5: what is of an account as a whole. */
    private static final Set<String> OF_AN_ACCOUNT = Set.of(
            "account_alerts",
            "account_review_update",
            "account_update",
            "business_capability_update",
            "phone_number_quality_update",
            "phone_number_name_update",
            "security",
            "message_template_status_update",
            "message_template_quality_update",
            "message_template_components_update",
            "template_category_update",
            "payment_configuration_update",
            "partner_solutions",
            "business_username_update",
            "business_username_updates");

    /**
     * One change of one entry.
     *
     * @param entryId the account it came for (its WABA id), with the exceptions of contract section 2
     * @param time when Meta says it happened; absent from most changes of a number
     */
    public record Change(
            @Nullable String entryId,
            @Nullable Instant time,
            @Nullable String field,
            JsonNode value) {

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

        /** What became of customers' business-scoped user ids. */
        public List<IdentityChange> identityChanges() {
            return "user_id_update".equals(field) ? IdentityChange.ofUpdates(value) : List.of();
        }

        /** What it tells of the account as a whole; empty when it is of something else. */
        public Optional<AccountChange> ofAccount() {
            if (field == null || !(OF_AN_ACCOUNT.contains(field) || isTroubleWithoutMessages())) {
                return Optional.empty();
            }
            String account = account();
            return account == null ? Optional.empty() : Optional.of(AccountChange.of(account, field, time, value));
        }

        /** Contract 2.5: errors without a message are trouble of the number's or the account's. */
        private boolean isTroubleWithoutMessages() {
            return isOfANumber()
                    && value.path("errors").isArray()
                    && !value.path("errors").isEmpty()
                    && value.path("messages").isEmpty()
                    && value.path("statuses").isEmpty()
                    && value.path("calls").isEmpty();
        }

        /** Contract section 2: what partners do comes under their own id and names the account inside. */
        private @Nullable String account() {
            String event = Json.text(value, "event");
            String inside = Json.text(value.path("waba_info"), "waba_id", 64);
            return inside != null && event != null && event.startsWith("PARTNER_") ? inside : entryId;
        }

        /** What of it is kept and not shown, a word for each. */
        public List<String> notShown() {
            return NotShown.in(this);
        }
    }

    /**
     * @throws MalformedWebhookException when the bytes are no webhook of WhatsApp's; its message says why, in a sentence
     */
    public static Webhook parse(byte[] body) {
        JsonNode root = read(body);
        if (!root.isObject()) {
            throw new MalformedWebhookException("The body is not a JSON object.");
        }
        if (!OBJECT.equals(Json.text(root, "object"))) {
            throw new MalformedWebhookException("The object is not \"" + OBJECT + "\".");
        }
        List<Change> changes = new ArrayList<>();
        for (JsonNode entry : root.path("entry")) {
            String id = Json.text(entry, "id", 64);
            Instant time = Json.time(entry, "time");
            for (JsonNode change : entry.path("changes")) {
                changes.add(new Change(id, time, Json.text(change, "field"), change.path("value")));
            }
        }
        return new Webhook(changes);
    }

    private static JsonNode read(byte[] body) {
        try {
            return Json.MAPPER.readTree(body);
        } catch (StreamConstraintsException e) {
            throw new MalformedWebhookException("The body is nested too deeply, or a number in it is too long.");
        } catch (JacksonException e) {
            throw new MalformedWebhookException("The body is not JSON.");
        }
    }
}
