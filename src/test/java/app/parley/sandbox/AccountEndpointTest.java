package app.parley.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the Graph API tells of a token and an account, in Meta's shapes, and the faults that can be ordered. */
class AccountEndpointTest extends SandboxTest {

    private static final String GRAPH = "/sandbox/graph/v26.0/";

    @AfterEach
    void mend() throws Exception {
        become("{}");
    }

    @Test
    void aTokenIsToldOfItself() throws Exception {
        var data = json(get(GRAPH + "debug_token?input_token=sandbox-token")).path("data");
        assertThat(data.path("is_valid").asBoolean()).isTrue();
        assertThat(data.path("expires_at").asLong()).isZero();
        assertThat(data.path("scopes").toString())
                .contains("whatsapp_business_management", "whatsapp_business_messaging");
        var other = json(get(GRAPH + "debug_token?input_token=other")).path("data");
        assertThat(other.path("is_valid").asBoolean(true)).isFalse();
        assertThat(other.at("/error/code").asInt()).isEqualTo(190);
    }

    @Test
    void theAccountIsReadUnlessTheProofIsWrong() throws Exception {
        assertThat(json(get(GRAPH + ACCOUNT + "?fields=id,name")).path("name").asString())
                .isEqualTo("Bonita Bakery");
        HttpResponse<String> refused = get(GRAPH + ACCOUNT + "?fields=id&appsecret_proof=00");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(json(refused).at("/error/message").asString()).contains("Invalid appsecret_proof");
    }

    @Test
    void faultsComeAsOrderedAndGoAgain() throws Exception {
        become("{\"token\":\"expired\"}");
        assertThat(json(get(GRAPH + ACCOUNT + "?fields=id"))
                        .at("/error/error_subcode")
                        .asInt())
                .isEqualTo(463);
        become("{\"token\":\"valid\",\"hidden\":true}");
        assertThat(json(get(GRAPH + ACCOUNT + "/phone_numbers"))
                        .at("/error/error_subcode")
                        .asInt())
                .isEqualTo(33);
        become("{}");
        assertThat(get(GRAPH + ACCOUNT + "/phone_numbers").statusCode()).isEqualTo(200);
    }

    @Test
    void onlyWhoeverWroteWithinADayIsBlocked() throws Exception {
        String path = GRAPH + BAKERY + "/block_users";
        HttpResponse<String> blocked = post(path, users("+" + MARTA));
        assertThat(json(blocked).at("/block_users/added_users/0/wa_id").asString())
                .isEqualTo(MARTA);
        assertThat(get(path).body()).contains(MARTA);
        HttpResponse<String> refused = post(path, users("+34600000000"));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(json(refused).at("/block_users/failed_users/0/errors/0/code").asInt())
                .isEqualTo(131047);
        assertThat(json(refused).at("/error/code").asInt()).isEqualTo(139100);
        assertThat(answer(request(path).method("DELETE", HttpRequest.BodyPublishers.ofString(users("+" + MARTA))))
                        .body())
                .contains("removed_users");
        assertThat(get(path).body()).doesNotContain(MARTA);
    }

    @Test
    void aCallbackUrlThatDoesNotEchoIsNotTaken() throws Exception {
        String order = "{\"url\":\"%s\",\"verify_token\":\"x\"}".formatted(application.url());
        assertThat(answer(request("/sandbox/control/webhook").PUT(HttpRequest.BodyPublishers.ofString(order)))
                        .statusCode())
                .isEqualTo(400);
    }

    private void become(String order) throws Exception {
        answer(request("/sandbox/control/account").PUT(HttpRequest.BodyPublishers.ofString(order)));
    }

    private static String users(String user) {
        return "{\"messaging_product\":\"whatsapp\",\"block_users\":[{\"user\":\"%s\"}]}".formatted(user);
    }
}
