package app.parley.sandbox;

import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Something a customer sends: the part of a message that says what it is (contract section 2.2).
 *
 * @param parts {@code type} and the object of that name, and what else belongs to it
 */
record CustomerContent(ObjectNode parts) {

    static CustomerContent text(String body) {
        return of("text", MetaJson.object().put("body", body));
    }

    static CustomerContent file(String type, StoredMedia media) {
        ObjectNode content = MetaJson.object()
                .put("mime_type", media.mimeType())
                .put("sha256", media.sha256Base64())
                .put("id", media.id());
        switch (type) {
            case "document" -> content.put("filename", media.filename());
            case "audio" -> content.put("voice", true);
            case "sticker" -> content.put("animated", media.filename().startsWith("hopping"));
            default -> {}
        }
        return of(type, content);
    }

    static CustomerContent location(double latitude, double longitude, String name, String address) {
        return of(
                "location",
                MetaJson.object()
                        .put("latitude", latitude)
                        .put("longitude", longitude)
                        .put("name", name)
                        .put("address", address));
    }

    /** A reaction is taken back by sending none (contract section 2.2). */
    static CustomerContent reaction(String messageId, String emoji) {
        ObjectNode content = MetaJson.object().put("message_id", messageId);
        return of("reaction", emoji.isEmpty() ? content : content.put("emoji", emoji));
    }

    static CustomerContent contact(String name, String phone) {
        ObjectNode contact = MetaJson.object();
        contact.putObject("name").put("formatted_name", name).put("first_name", name);
        contact.putArray("phones").addObject().put("phone", phone).put("type", "CELL");
        return of("contacts", MetaJson.array().add(contact));
    }

    static CustomerContent order() {
        ObjectNode order = MetaJson.object().put("catalog_id", "2390172385").put("text", "Sliced, please");
        item(order, "WALNUT-LOAF", "4.20").put("quantity", 2);
        // Seen as text too.
        item(order, "CROISSANT", "1.35").put("quantity", "10");
        return of("order", order);
    }

    private static ObjectNode item(ObjectNode order, String id, String price) {
        return order.withArray("product_items")
                .addObject()
                .put("product_retailer_id", id)
                .put("item_price", new BigDecimal(price))
                .put("currency", "EUR");
    }

    /** What a tap on a button, a list or a form of ours sends. */
    static CustomerContent reply(String kind, ObjectNode reply) {
        return of("interactive", MetaJson.object().put("type", kind).set(kind, reply));
    }

    /** What a tap on a reply below a template sends. */
    static CustomerContent tap(String reply) {
        return of("button", MetaJson.object().put("text", reply).put("payload", reply));
    }

    static CustomerContent forwarded(String body) {
        CustomerContent content = text(body);
        content.parts.putObject("context").put("forwarded", true);
        return content;
    }

    static CustomerContent fromAdvert(String body) {
        CustomerContent content = text(body);
        content.parts
                .putObject("referral")
                .put("source_url", "https://fb.me/3cr4tartwqkPJn")
                .put("source_id", "120226305854810726")
                .put("source_type", "ad")
                .put("headline", "Tarts for every feast")
                .put("body", "Order by Thursday, eat on Saturday.")
                .put("media_type", "image")
                .put("ctwa_clid", "Aff-n8ZTODiE79d22KtAwQKj9e");
        return content;
    }

    /** Edits and deletions reach coexistence numbers only. */
    static CustomerContent edit(String messageId, String body) {
        ObjectNode edit = MetaJson.object().put("original_message_id", messageId);
        edit.putObject("message").put("type", "text").putObject("text").put("body", body);
        return of("edit", edit);
    }

    static CustomerContent revoke(String messageId) {
        return of("revoke", MetaJson.object().put("original_message_id", messageId));
    }

    /** Something Meta does not pass on; on most numbers an edit or a deletion is that too. */
    static CustomerContent unsupported(String what) {
        CustomerContent content = of("unsupported", MetaJson.object().put("type", what));
        content.parts
                .putArray("errors")
                .addObject()
                .put("code", 131051)
                .put("title", "Message type unknown")
                .put("message", "Message type unknown")
                .putObject("error_data")
                .put("details", "Message type is currently not supported.");
        return content;
    }

    /** Quotes a message of the business. */
    CustomerContent inReplyTo(@Nullable PhoneMessage quoted, SandboxNumber number) {
        if (quoted != null) {
            parts.putObject("context").put("from", number.digits()).put("id", quoted.id());
        }
        return this;
    }

    /** Whether it is a message of its own, rather than something done to another. */
    boolean standsOnThePhone() {
        String what = parts.path("unsupported").path("type").asString("");
        return !Set.of("reaction", "edit", "revoke", "system").contains(type())
                && !Set.of("edit", "revoke").contains(what);
    }

    String type() {
        return parts.path("type").asString("text");
    }

    private static CustomerContent of(String type, JsonNode content) {
        ObjectNode parts = MetaJson.object().put("type", type);
        parts.set(type, content);
        return new CustomerContent(parts);
    }
}
