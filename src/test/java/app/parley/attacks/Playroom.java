package app.parley.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Customers' phones of the demo with a history of markup on them: the sandbox reads it from files. */
final class Playroom {

    private static final Path FOLDER = Path.of("target", "attacks");
    private static final String CUSTOMER = "34696000000";

    private Playroom() {}

    static String history() {
        List<Map<String, Object>> messages = new ArrayList<>();
        IntStream.range(0, Markup.bunches("").size())
                .forEach(at -> messages.add(Map.of(
                        "id",
                        "wamid.phone." + at,
                        "from",
                        "customer",
                        "kind",
                        at % 2 == 0 ? "TEXT" : "IMAGE",
                        "text",
                        Markup.storable(Markup.bunches("phone").get(at).text()),
                        "minutesAgo",
                        60)));
        Map<String, Object> customer = Map.of(
                "name",
                Room.whole(),
                "userId",
                "US.attack",
                "waId",
                CUSTOMER,
                "phone",
                "+34 696 000 000",
                "username",
                Room.whole(),
                "conversations",
                List.of(Map.of("phoneNumberId", Room.BAKERY, "messages", messages)));
        return written(
                "history.json",
                Map.of(
                        "numbers",
                        List.of(
                                number(Room.BAKERY, "+1 555 010 4477", "Panadería Bonita"),
                                number("106540352242923", "+1 555 010 4478", "Bonita Catering")),
                        "customers",
                        List.of(customer),
                        "media",
                        files()));
    }

    /** Those of the demo. */
    private static JsonNode files() {
        try (InputStream demo = Objects.requireNonNull(Playroom.class.getResourceAsStream("/demo/bakery.json"))) {
            return JsonMapper.shared().readTree(demo).path("media");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> number(String id, String phone, String name) {
        return Map.of("phoneNumberId", id, "displayPhone", phone, "name", name);
    }

    static String templates() {
        return written(
                "templates.json",
                List.of(Map.of(
                        "id", "1",
                        "name", Room.whole(),
                        "language", "en",
                        "status", "APPROVED",
                        "category", "UTILITY",
                        "components",
                                List.of(
                                        Map.of("type", "BODY", "text", Premises.withoutBraces(Room.whole())),
                                        Map.of(
                                                "type",
                                                "BUTTONS",
                                                "buttons",
                                                List.of(Map.of("type", "QUICK_REPLY", "text", Room.whole())))))));
    }

    private static String written(String name, Object content) {
        try {
            Files.createDirectories(FOLDER);
            Path file = FOLDER.resolve(name).toAbsolutePath();
            Files.writeString(file, JsonMapper.shared().writeValueAsString(content));
            return file.toUri().toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As Parley would send it. */
    static void sendTemplate(String application) throws IOException, InterruptedException {
        String body = JsonMapper.shared()
                .writeValueAsString(Map.of(
                        "messaging_product", "whatsapp",
                        "recipient_type", "individual",
                        "to", CUSTOMER,
                        "type", "template",
                        "template", Map.of("name", Room.whole(), "language", Map.of("code", "en"))));
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(
                                    URI.create(application + "/sandbox/graph/v26.0/" + Room.BAKERY + "/messages"))
                            .header("Authorization", "Bearer sandbox-token")
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString(body))
                            .build(),
                    BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        }
    }
}
