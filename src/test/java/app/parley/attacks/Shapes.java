package app.parley.attacks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;

/** What a phone lets somebody send, in Meta's words, and the fields of it that take whatever they write. */
final class Shapes {

    /** Of which the demo's stand-in for Meta has the file. */
    private static final String PICTURE = "1003383421387201";

    private Shapes() {}

    /** Each by the places that its texts stand at, in this order. */
    static Map<List<String>, Function<List<String>, Map<String, Object>>> all() {
        Map<List<String>, Function<List<String>, Map<String, Object>>> all = new LinkedHashMap<>();
        all.put(List.of("text"), at -> text(at.getFirst()));
        all.put(
                List.of("caption"),
                at -> Map.of("type", "image", "image", Map.of("id", PICTURE, "caption", at.getFirst())));
        all.put(
                List.of("filmcaption"),
                at -> Map.of("type", "video", "video", Map.of("id", "9", "caption", at.getFirst())));
        all.put(
                List.of("button"),
                at -> Map.of("type", "button", "button", Map.of("text", at.getFirst(), "payload", at.getFirst())));
        all.put(
                List.of("choice"),
                at -> interactive("button_reply", Map.of("id", at.getFirst(), "title", at.getFirst())));
        all.put(
                List.of("listtitle", "listwords"),
                at -> interactive("list_reply", Map.of("id", "1", "title", at.get(0), "description", at.get(1))));
        all.put(List.of("field", "value"), at -> interactive("nfm_reply", form(at.get(0), at.get(1))));
        all.put(List.of("place", "address"), at -> Map.of("type", "location", "location", place(at.get(0), at.get(1))));
        all.put(
                List.of("phone", "email", "company", "link", "birthday"),
                at -> Map.of("type", "contacts", "contacts", List.of(card(at))));
        all.put(List.of("order", "product", "currency"), at -> Map.of("type", "order", "order", order(at)));
        all.put(List.of("headline", "advert"), at -> {
            Map<String, Object> advert =
                    Map.of("source_url", at.get(0), "source_type", "ad", "headline", at.get(0), "body", at.get(1));
            return Map.of("type", "text", "text", Map.of("body", "An advertisement"), "referral", advert);
        });
        all.put(List.of("catalog"), at -> {
            Map<String, Object> product = Map.of("catalog_id", "1", "product_retailer_id", at.getFirst());
            return Map.of(
                    "type",
                    "text",
                    "text",
                    Map.of("body", "How much?"),
                    "context",
                    Map.of("referred_product", product));
        });
        all.put(
                List.of("notice"),
                at -> Map.of("type", "system", "system", Map.of("type", "something_new", "body", at.getFirst())));
        return all;
    }

    static Map<String, Object> text(String body) {
        return Map.of("type", "text", "text", Map.of("body", body));
    }

    static Map<String, Object> text(String id, String body) {
        return Map.of("id", id, "type", "text", "text", Map.of("body", body));
    }

    static Map<String, Object> answer(String to, String body) {
        return Map.of("type", "text", "text", Map.of("body", body), "context", Map.of("id", to));
    }

    static Map<String, Object> edit(String of, String body) {
        return Map.of("type", "edit", "edit", Map.of("original_message_id", of, "message", text(body)));
    }

    static Map<String, Object> reaction(String to, String emoji) {
        return Map.of("type", "reaction", "reaction", Map.of("message_id", to, "emoji", emoji));
    }

    static Map<String, Object> file(String name) {
        return Map.of("type", "document", "document", Map.of("id", "1003383421387204", "filename", name));
    }

    static Map<String, Object> people(List<String> names) {
        return Map.of(
                "type",
                "contacts",
                "contacts",
                names.stream()
                        .map(name -> Map.of("name", Map.of("formatted_name", name)))
                        .toList());
    }

    /** A type that nobody knows. */
    static Map<String, Object> unknown(String text) {
        return Map.of("type", text, "errors", List.of(Map.of("code", 131051, "title", text, "details", text)));
    }

    static Map<String, Object> unsupported(String text) {
        return Map.of(
                "type",
                "unsupported",
                "unsupported",
                Map.of("type", text),
                "errors",
                List.of(Map.of("code", 131051, "title", text)));
    }

    private static Map<String, Object> interactive(String type, Map<String, Object> reply) {
        return Map.of("type", "interactive", "interactive", Map.of("type", type, type, reply));
    }

    private static Map<String, Object> form(String field, String value) {
        String answers = JsonMapper.shared().writeValueAsString(Map.of(field, value));
        return Map.of("name", "flow", "body", "Sent", "response_json", answers);
    }

    private static Map<String, Object> place(String name, String address) {
        return Map.of("latitude", 41.4, "longitude", 2.1, "name", name, "address", address, "url", name);
    }

    private static Map<String, Object> card(List<String> at) {
        return Map.of(
                "name",
                Map.of("formatted_name", "Ana"),
                "phones",
                List.of(Map.of("phone", at.get(0), "wa_id", at.get(0), "type", at.get(0))),
                "emails",
                List.of(Map.of("email", at.get(1))),
                "org",
                Map.of("company", at.get(2)),
                "urls",
                List.of(Map.of("url", at.get(3))),
                "birthday",
                at.get(4));
    }

    private static Map<String, Object> order(List<String> at) {
        Map<String, Object> item =
                Map.of("product_retailer_id", at.get(1), "quantity", 1, "item_price", 2, "currency", at.get(2));
        return Map.of("catalog_id", at.get(0), "text", at.get(0), "product_items", List.of(item));
    }
}
