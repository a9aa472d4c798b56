package app.parley.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import app.parley.SignedWebhook;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** Brings to the webhook, signed as Meta signs it, what customers send to one of the numbers. */
final class SignedPost {

    private static final String ACCOUNT = "102290129340398";
    private static final String CATERING = "106540352242923";
    private static final int IN_ONE_BODY = 50;

    /** Halves of characters, too, go over the wire as escapes. */
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final String application;
    private final HttpClient http = HttpClient.newHttpClient();
    private int count;

    SignedPost(String application) {
        this.application = application;
    }

    /** Somebody's messages, in the order in which they were written. */
    void bring(String waId, String name, List<Map<String, Object>> messages) {
        bring(IntStream.iterate(0, from -> from < messages.size(), from -> from + IN_ONE_BODY)
                .mapToObj(from -> change(
                        waId,
                        Map.of("name", name),
                        messages.subList(from, Math.min(from + IN_ONE_BODY, messages.size()))))
                .toList());
    }

    void bring(List<Map<String, Object>> changes) {
        for (int from = 0; from < changes.size(); from += IN_ONE_BODY) {
            post(changes.subList(from, Math.min(from + IN_ONE_BODY, changes.size())));
        }
    }

    Map<String, Object> change(String waId, Map<String, Object> profile, List<Map<String, Object>> messages) {
        List<Map<String, Object>> complete =
                messages.stream().map(message -> complete(waId, message)).toList();
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

    private Map<String, Object> complete(String waId, Map<String, Object> message) {
        Map<String, Object> whole = new LinkedHashMap<>(message);
        whole.putIfAbsent("id", "wamid.attack." + ++count);
        whole.put("from", waId);
        whole.put("timestamp", String.valueOf(Instant.now().getEpochSecond()));
        return whole;
    }

    private void post(List<Map<String, Object>> changes) {
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
