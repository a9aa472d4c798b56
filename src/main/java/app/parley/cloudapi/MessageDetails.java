package app.parley.cloudapi;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * What a message has to show besides words (contract 2.2), read from what Meta delivered. Anything may be absent, and
 * all of it is the customer's own.
 *
 * @param description what a list reply says below its title
 * @param answers what was filled in, in a flow reply
 * @param notice what a system notice is about
 * @param unsupported Meta's word for what an unsupported message would have been
 * @param template what a template of ours shows around its words
 */
public record MessageDetails(
        @Nullable Place place,
        List<ContactCard> contacts,
        @Nullable Order order,
        @Nullable Advert advert,
        @Nullable Product product,
        List<Answer> answers,
        @Nullable String description,
        @Nullable Notice notice,
        @Nullable String unsupported,
        @Nullable TemplateFrame template) {

    /**
     * @param type Meta's word, such as "user_changed_number"
     * @param oldWaId the number, digits, that the notice comes from
     * @param newWaId the one they have now, when that is what changed
     */
    public record Notice(
            String type, @Nullable String oldWaId, @Nullable String newWaId) {

        static @Nullable Notice of(JsonNode message) {
            JsonNode system = message.path("system");
            String type = Json.text(system, "type");
            String newWaId = Json.text(system, "wa_id");
            return type == null
                    ? null
                    : new Notice(
                            type,
                            Json.text(message, "from"),
                            newWaId == null ? Json.text(system, "new_wa_id") : newWaId);
        }
    }

    /** A product of the catalog that the customer asks about (contract 2.2, {@code context.referred_product}). */
    public record Product(
            @Nullable String catalogId, @Nullable String retailerId) {

        static @Nullable Product of(JsonNode node) {
            return node.isObject()
                    ? new Product(Json.text(node, "catalog_id"), Json.text(node, "product_retailer_id"))
                    : null;
        }
    }

    /** @param payload a message as Meta delivered it; what cannot be read has no details */
    public static MessageDetails of(String payload) {
        try {
            return of(Json.MAPPER.readTree(payload));
        } catch (JacksonException e) {
            return of(Json.MAPPER.nullNode());
        }
    }

    static MessageDetails of(JsonNode message) {
        JsonNode interactive = message.path("interactive");
        return new MessageDetails(
                Place.of(message.path("location")),
                message.path("contacts").valueStream().map(ContactCard::of).toList(),
                Order.of(message.path("order")),
                Advert.of(message.path("referral")),
                Product.of(message.path("context").path("referred_product")),
                Answer.of(interactive.path("nfm_reply")),
                Json.text(interactive.path("list_reply"), "description"),
                Notice.of(message),
                Json.text(message.path("unsupported"), "type"),
                TemplateFrame.of(message));
    }

    /** Whether there is anything to draw beyond a text. */
    boolean isEmpty() {
        return place == null
                && contacts.isEmpty()
                && order == null
                && advert == null
                && product == null
                && answers.isEmpty()
                && description == null
                && notice == null
                && unsupported == null
                && template == null;
    }
}
