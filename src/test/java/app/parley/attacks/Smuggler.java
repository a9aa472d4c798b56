package app.parley.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import app.parley.SignedWebhook;
import app.parley.attacks.Markup.Bunch;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** A customer who writes markup into everything a phone lets them write: what they send comes in by signed webhooks. */
final class Smuggler {

    static final String GALLERY = "34699000000";

    private static final String ACCOUNT = "102290129340398";
    private static final String CATERING = "106540352242923";
    private static final int IN_ONE_BODY = 50;

    /** Halves of characters, too, go over the wire as escapes. */
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final String application;
    private final HttpClient http = HttpClient.newHttpClient();
    private int count;

    Smuggler(String application) {
        this.application = application;
    }

    /** Five hundred people whose names are markup, and who write nothing else. */
    void comeAsMany() {
        List<Map<String, Object>> changes = IntStream.range(0, Markup.ALL.size())
                .mapToObj(i -> change(
                        String.valueOf(34_698_000_000L + i),
                        Map.of("name", Markup.ALL.get(i), "username", Markup.ALL.get(i)),
                        List.of(Map.of("type", "text", "text", Map.of("body", Markup.ALL.get(i))))))
                .toList();
        post(changes);
    }

    /** One who sends messages of every type; returns the places, which stand behind the texts. */
    List<String> sendEverything() {
        List<String> places = new ArrayList<>();
        List<Map<String, Object>> messages = new ArrayList<>();
        each(places, messages, List.of("text"), at -> Map.of("type", "text", "text", Map.of("body", at.get(0))));
        each(
                places,
                messages,
                List.of("caption"),
                at -> Map.of("type", "image", "image", Map.of("id", "9", "caption", at.get(0))));
        each(
                places,
                messages,
                List.of("filmcaption"),
                at -> Map.of("type", "video", "video", Map.of("id", "9", "caption", at.get(0))));
        each(
                places,
                messages,
                List.of("button"),
                at -> Map.of("type", "button", "button", Map.of("text", at.get(0), "payload", at.get(0))));
        each(
                places,
                messages,
                List.of("choice"),
                at -> interactive("button_reply", Map.of("id", at.get(0), "title", at.get(0))));
        each(
                places,
                messages,
                List.of("listtitle", "listwords"),
                at -> interactive("list_reply", Map.of("id", "1", "title", at.get(0), "description", at.get(1))));
        each(
                places,
                messages,
                List.of("field", "value"),
                at -> interactive(
                        "nfm_reply",
                        Map.of(
                                "name",
                                "flow",
                                "body",
                                "Sent",
                                "response_json",
                                JSON.writeValueAsString(Map.of(at.get(0), at.get(1))))));
        each(
                places,
                messages,
                List.of("place", "address"),
                at -> Map.of(
                        "type",
                        "location",
                        "location",
                        Map.of(
                                "latitude",
                                41.4,
                                "longitude",
                                2.1,
                                "name",
                                at.get(0),
                                "address",
                                at.get(1),
                                "url",
                                at.get(0))));
        each(
                places,
                messages,
                List.of("phone", "email", "company", "link", "birthday"),
                at -> Map.of(
                        "type",
                        "contacts",
                        "contacts",
                        List.of(Map.of(
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
                                at.get(4)))));
        each(
                places,
                messages,
                List.of("order", "product", "currency"),
                at -> Map.of(
                        "type",
                        "order",
                        "order",
                        Map.of(
                                "catalog_id",
                                at.get(0),
                                "text",
                                at.get(0),
                                "product_items",
                                List.of(Map.of(
                                        "product_retailer_id",
                                        at.get(1),
                                        "quantity",
                                        1,
                                        "item_price",
                                        2,
                                        "currency",
                                        at.get(2))))));
        each(
                places,
                messages,
                List.of("headline", "advert"),
                at -> Map.of(
                        "type",
                        "text",
                        "text",
                        Map.of("body", "An advertisement"),
                        "referral",
                        Map.of(
                                "source_url",
                                at.get(0),
                                "source_type",
                                "ad",
                                "headline",
                                at.get(0),
                                "body",
                                at.get(1))));
        each(
                places,
                messages,
                List.of("catalog"),
                at -> Map.of(
                        "type",
                        "text",
                        "text",
                        Map.of("body", "How much?"),
                        "context",
                        Map.of("referred_product", Map.of("catalog_id", "1", "product_retailer_id", at.get(0)))));
        each(
                places,
                messages,
                List.of("notice"),
                at -> Map.of("type", "system", "system", Map.of("type", "something_new", "body", at.get(0))));
        post(List.of(change(
                GALLERY,
                Map.of("name", "Gallery"),
                List.of(Map.of("type", "text", "text", Map.of("body", "Here I come"))))));
        post(inBodies(messages));
        return places;
    }

    /** Where only one text fits into one field, or the field changes another message. */
    void sendTheRest() {
        List<Map<String, Object>> messages = new ArrayList<>();
        for (String text : Markup.ALL) {
            messages.add(Map.of(
                    "type", "document", "document", Map.of("id", "1003383421387204", "filename", text + " #file")));
            messages.add(Map.of(
                    "type",
                    "contacts",
                    "contacts",
                    List.of(Map.of("name", Map.of("formatted_name", text + " #name")))));
            messages.add(Map.of("type", "reaction", "reaction", Map.of("message_id", "wamid.attack.1", "emoji", text)));
        }
        for (Bunch bunch : Markup.bunches("quoted")) {
            messages.add(Map.of(
                    "type",
                    "contacts",
                    "contacts",
                    bunch.texts().stream()
                            .map(text -> Map.of("name", Map.of("formatted_name", text + " #name")))
                            .toList()));
            String id = "wamid.quoted." + ++count;
            messages.add(Map.of("id", id, "type", "text", "text", Map.of("body", bunch.text())));
            messages.add(Map.of("type", "text", "text", Map.of("body", "You said so"), "context", Map.of("id", id)));
            String edited = "wamid.edited." + ++count;
            messages.add(Map.of("id", edited, "type", "text", "text", Map.of("body", "At five")));
            messages.add(Map.of(
                    "type",
                    "edit",
                    "edit",
                    Map.of(
                            "original_message_id",
                            edited,
                            "message",
                            Map.of(
                                    "type",
                                    "text",
                                    "text",
                                    Map.of("body", bunch.text().replace("#quoted", "#edited"))))));
            messages.add(Map.of(
                    "type",
                    bunch.text(),
                    "errors",
                    List.of(Map.of("code", 131051, "title", bunch.text(), "details", bunch.text()))));
            messages.add(Map.of(
                    "type",
                    "unsupported",
                    "unsupported",
                    Map.of("type", bunch.text()),
                    "errors",
                    List.of(Map.of("code", 131051, "title", bunch.text()))));
        }
        post(inBodies(messages));
    }

    /** What WhatsApp tells of an account and its templates stands on the health page. */
    void beToldOf() {
        for (Bunch bunch : Markup.bunches("told")) {
            post(
                    "message_template_status_update",
                    Map.of(
                            "event",
                            bunch.text(),
                            "message_template_name",
                            bunch.text(),
                            "message_template_language",
                            "en",
                            "reason",
                            bunch.text()));
            post(
                    "account_update",
                    Map.of("event", bunch.text(), "violation_info", Map.of("violation_type", bunch.text())));
        }
    }

    private static void each(
            List<String> places,
            List<Map<String, Object>> messages,
            List<String> named,
            Function<List<String>, Map<String, Object>> message) {
        places.addAll(named);
        for (int i = 0; i < Markup.bunches("").size(); i++) {
            int at = i;
            messages.add(message.apply(named.stream()
                    .map(place -> Markup.bunches(place).get(at).text())
                    .toList()));
        }
    }

    private static Map<String, Object> interactive(String type, Map<String, Object> reply) {
        return Map.of("type", "interactive", "interactive", Map.of("type", type, type, reply));
    }

    private List<Map<String, Object>> inBodies(List<Map<String, Object>> messages) {
        return IntStream.iterate(0, from -> from < messages.size(), from -> from + IN_ONE_BODY)
                .mapToObj(from -> change(
                        GALLERY,
                        Map.of("name", "Gallery"),
                        messages.subList(from, Math.min(from + IN_ONE_BODY, messages.size()))))
                .toList();
    }

    private Map<String, Object> change(String waId, Map<String, Object> profile, List<Map<String, Object>> messages) {
        List<Map<String, Object>> complete = messages.stream()
                .map(message -> {
                    Map<String, Object> whole = new LinkedHashMap<>(message);
                    whole.putIfAbsent("id", "wamid.attack." + ++count);
                    whole.put("from", waId);
                    whole.put("timestamp", String.valueOf(Instant.now().getEpochSecond()));
                    return whole;
                })
                .toList();
        return Map.of(
                "field",
                "messages",
                "value",
                Map.of(
                        "messaging_product",
                        "whatsapp",
                        "metadata",
                        Map.of("display_phone_number", "15550783881", "phone_number_id", CATERING),
                        "contacts",
                        List.of(Map.of("profile", profile, "wa_id", waId)),
                        "messages",
                        complete));
    }

    private void post(List<Map<String, Object>> changes) {
        for (int from = 0; from < changes.size(); from += IN_ONE_BODY) {
            postBody(changes.subList(from, Math.min(from + IN_ONE_BODY, changes.size())));
        }
    }

    private void post(String field, Map<String, Object> value) {
        postBody(List.of(Map.of("field", field, "value", value)));
    }

    private void postBody(List<Map<String, Object>> changes) {
        String body = JSON.writeValueAsString(Map.of(
                "object",
                "whatsapp_business_account",
                "entry",
                List.of(Map.of("id", ACCOUNT, "time", Instant.now().getEpochSecond(), "changes", changes))));
        try {
            assertThat(http.send(
                                    SignedWebhook.sign(body, "sandbox-app-secret")
                                            .to(application),
                                    BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(200);
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
