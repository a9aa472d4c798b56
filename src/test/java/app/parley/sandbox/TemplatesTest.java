package app.parley.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Templates as Meta lists, judges, takes and refuses them (contract sections 4 and 6). */
class TemplatesTest extends SandboxTest {

    private static final String READY = "\"components\":[" + header("A-17") + "," + body("Marta", "six") + "]";

    @Test
    void theyAreListedAFewAtATime() throws Exception {
        List<String> names = new ArrayList<>();
        String after = "";
        int pages = 0;
        do {
            JsonNode page = json(get("/sandbox/graph/v26.0/" + ACCOUNT
                    + "/message_templates?fields=id,name,language,status&limit=100" + after));
            page.path("data")
                    .forEach(it -> names.add(it.path("name").asString() + " "
                            + it.path("language").asString()));
            pages++;
            after = page.path("paging").has("next")
                    ? "&after=" + page.at("/paging/cursors/after").asString()
                    : "";
        } while (!after.isEmpty());
        assertThat(pages).isGreaterThan(2);
        assertThat(names)
                .doesNotHaveDuplicates()
                .contains("order_ready en_US", "order_ready es", "christmas_orders en_US");
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of("no_such_template", "en_US", READY, 132001),
                Arguments.of("order_ready", "fr", READY, 132001),
                Arguments.of("christmas_orders", "en_US", "\"components\":[" + body("the 20th") + "]", 132001),
                Arguments.of("order_ready", "en_US", "\"components\":[" + body("Marta", "six") + "]", 132000),
                Arguments.of("order_ready", "en_US", "\"components\":[" + header("A") + "," + body("M") + "]", 132000),
                Arguments.of(
                        "order_ready",
                        "en_US",
                        "\"components\":[" + header("A") + "," + body("M", "a\\nb") + "]",
                        132018),
                Arguments.of("cake_of_the_week", "en_US", "\"components\":[" + body("M") + "]", 132012));
    }

    @ParameterizedTest(name = "{0} {3}")
    @MethodSource("refused")
    void aFaultyOneIsRefusedWithMetasCode(String name, String language, String components, int code) throws Exception {
        assertThat(json(send(template(name, language, components)))
                        .at("/error/code")
                        .asInt())
                .isEqualTo(code);
    }

    @Test
    void theCustomerReadsItFilledInAndTapsAReply() throws Exception {
        String id = json(send(template("order_ready", "en_US", READY)))
                .at("/messages/0/id")
                .asString();
        Phones phones = sandbox.getBean(Phones.class);
        Phone phone = phones.phone(phones.number(BAKERY).orElseThrow(), phones.customer(null, MARTA, "Marta"));
        await().untilAsserted(() -> assertThat(phone.newest(1)).singleElement().satisfies(message -> {
            assertThat(message.id()).isEqualTo(id);
            assertThat(message.text()).startsWith("Order A-17\nHello Marta,").contains("until six");
            assertThat(message.replies()).containsExactly("I am on my way", "Tomorrow, please");
        }));
    }

    @Test
    void whatMetaDecidesIsToldAndHolds() throws Exception {
        decide("PAUSED");
        await().untilAsserted(() -> assertThat(application.taken()).anyMatch(it -> tellsOfThePause(json(it.body()))));
        assertThat(json(send(template("say_hello_again", "es", "\"components\":[]")))
                        .at("/error/code")
                        .asInt())
                .isEqualTo(132015);
        decide("APPROVED");
        assertThat(send(template("say_hello_again", "es", "\"components\":[]")).statusCode())
                .isEqualTo(200);
    }

    private static boolean tellsOfThePause(JsonNode body) {
        JsonNode entry = body.at("/entry/0");
        return entry.path("id").asString("").equals(ACCOUNT)
                && entry.path("time").asLong(0) > 0
                && entry.at("/changes/0/field").asString("").equals("message_template_status_update")
                && entry.at("/changes/0/value/event").asString("").equals("PAUSED");
    }

    private void decide(String status) throws Exception {
        String order = "{\"name\":\"say_hello_again\",\"language\":\"es\",\"status\":\"" + status + "\"}";
        assertThat(answer(request("/sandbox/control/templates").PUT(HttpRequest.BodyPublishers.ofString(order)))
                        .statusCode())
                .isEqualTo(200);
    }

    private static String template(String name, String language, String components) {
        return "{\"messaging_product\":\"whatsapp\",\"to\":\"+%s\",\"type\":\"template\",\"template\":{\"name\":\"%s\",\"language\":{\"code\":\"%s\"},%s}}"
                .formatted(MARTA, name, language, components);
    }

    private static String header(String value) {
        return "{\"type\":\"header\",\"parameters\":[{\"type\":\"text\",\"text\":\"" + value + "\"}]}";
    }

    private static String body(String... values) {
        List<String> parameters = Stream.of(values)
                .map(value -> "{\"type\":\"text\",\"text\":\"" + value + "\"}")
                .toList();
        return "{\"type\":\"body\",\"parameters\":[" + String.join(",", parameters) + "]}";
    }
}
