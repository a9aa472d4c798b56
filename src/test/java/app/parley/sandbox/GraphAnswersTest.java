package app.parley.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

/** Answers of the Graph API as sections 4, 5 and 9 of the contract give them. */
class GraphAnswersTest extends SandboxTest {

    @Test
    void aTextIsAcceptedWithTheRecipientsIdAndAMessageId() throws Exception {
        HttpResponse<String> answer = send(text("+" + MARTA, "Hi", "row-1"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("facebook-api-version")).contains("v26.0");
        String id = json(answer).at("/messages/0/id").asString();
        assertThat(id).matches("wamid\\.[A-Za-z0-9+/]+=*");
        assertThat(json(answer)).isEqualTo(json("""
                {"messaging_product":"whatsapp",
                 "contacts":[{"input":"+34612550187","wa_id":"34612550187"}],
                 "messages":[{"id":"%s"}]}""".formatted(id)));
    }

    @Test
    void aSendByUserIdIsAnsweredWithoutAPhoneNumber() throws Exception {
        HttpResponse<String> answer = send("""
                {"messaging_product":"whatsapp","recipient":"JP.777","type":"text","text":{"body":"Hi"}}""");

        assertThat(json(answer).path("contacts")).isEqualTo(json("""
                [{"input":"JP.777","user_id":"JP.777"}]"""));
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of("no product", "{\"to\":\"+1650555\",\"text\":{\"body\":\"x\"}}", 100),
                Arguments.of("no recipient", "{\"messaging_product\":\"whatsapp\",\"text\":{\"body\":\"x\"}}", 131008),
                Arguments.of("not a phone number", text("Marta", "x", "row"), 131009),
                Arguments.of("blank text", text("+" + MARTA, " ", "row"), 131008),
                Arguments.of("4097 characters", text("+" + MARTA, "x".repeat(4097), "row"), 131009),
                Arguments.of(
                        "unknown type",
                        text("+" + MARTA, "x", "row").replace("\"type\":\"text\"", "\"type\":\"poll\""),
                        100),
                Arguments.of("not JSON", "{", 100));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void aFaultySendIsRefusedWithMetasCode(String fault, String body, int code) throws Exception {
        HttpResponse<String> answer = send(body);

        assertThat(answer.statusCode()).as(fault).isEqualTo(400);
        assertThat(json(answer).at("/error/code").asInt()).isEqualTo(code);
        assertThat(json(answer).at("/error/type").asString()).isEqualTo("OAuthException");
    }

    @Test
    void aTextOf4096CharactersIsAccepted() throws Exception {
        assertThat(send(text("+" + MARTA, "x".repeat(4096), "row")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aNumberThatIsNotOursDoesNotExist() throws Exception {
        HttpResponse<String> answer = post("/sandbox/graph/v26.0/123123/messages", text("+" + MARTA, "x", "row"));

        ObjectNode error = (ObjectNode) json(answer).path("error");
        error.remove("fbtrace_id");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(error).isEqualTo(json("""
                {"message":"Unsupported post request. Object with ID '123123' does not exist, cannot be loaded due to \
                missing permissions, or does not support this operation. Please read the Graph API documentation at \
                https://developers.facebook.com/docs/graph-api","type":"GraphMethodException","code":100,\
                "error_subcode":33}"""));
    }

    @Test
    void aWrongTokenAndAMissingOneAreTurnedAway() throws Exception {
        for (String header : new String[] {"Bearer other", ""}) {
            HttpRequest.Builder asked =
                    request("/sandbox/graph/v26.0/" + BAKERY).setHeader("Authorization", header);
            HttpResponse<String> answer = answer(asked);

            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(json(answer).at("/error/code").asInt()).isEqualTo(190);
        }
    }

    @Test
    void theNumbersAreListedWithTheFieldsAskedFor() throws Exception {
        HttpResponse<String> answer =
                get("/sandbox/graph/v26.0/" + ACCOUNT + "/phone_numbers?fields=id,display_phone_number,verified_name");

        assertThat(json(answer).path("data")).isEqualTo(json("""
                [{"id":"106540352242922","display_phone_number":"+1 555 010 4477","verified_name":"Panadería Bonita"},
                 {"id":"106540352242923","display_phone_number":"+1 555 010 4478","verified_name":"Bonita Catering"}]"""));
    }

    @Test
    void aFieldThatDoesNotExistFailsTheCall() throws Exception {
        assertThat(json(get("/sandbox/graph/v26.0/" + BAKERY + "?fields=id,colour"))
                        .at("/error/code")
                        .asInt())
                .isEqualTo(100);
    }

    @Test
    void theAppSubscribesToTheAccount() throws Exception {
        String path = "/sandbox/graph/v26.0/" + ACCOUNT + "/subscribed_apps";

        assertThat(json(post(path, ""))).isEqualTo(json("{\"success\":true}"));
        assertThat(json(get(path)).at("/data/0/whatsapp_business_api_data/name").asString())
                .isEqualTo("Parley");
    }

    @Test
    void anUploadedFileIsFoundFetchedAndDeleted() throws Exception {
        String form = """
                --b\r
                Content-Disposition: form-data; name="messaging_product"\r
                \r
                whatsapp\r
                --b\r
                Content-Disposition: form-data; name="file"; filename="a.txt"\r
                Content-Type: text/plain\r
                \r
                hello\r
                --b--\r
                """;
        HttpResponse<String> uploaded = answer(request("/sandbox/graph/v26.0/" + BAKERY + "/media")
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
        String path = "/sandbox/graph/v26.0/" + json(uploaded).path("id").asString();

        var found = json(get(path));
        assertThat(found.path("mime_type").asString()).isEqualTo("text/plain");
        assertThat(found.path("file_size").asInt()).isEqualTo(5);
        assertThat(found.path("sha256").asString())
                .isEqualTo("2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824");
        String url = found.path("url").asString();
        assertThat(get(url.substring(url.indexOf("/sandbox"))).body()).isEqualTo("hello");
        assertThat(json(answer(request(path).DELETE()))).isEqualTo(json("{\"success\":true}"));
        assertThat(json(get(path)).at("/error/error_subcode").asInt()).isEqualTo(33);
    }
}
