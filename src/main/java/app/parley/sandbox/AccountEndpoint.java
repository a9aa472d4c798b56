package app.parley.sandbox;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What Meta tells of a token, and what an owner does in the app's dashboard. */
@SandboxComponent
@RestController
final class AccountEndpoint {

    private final AccountState state;
    private final SandboxSettings settings;
    private final GraphAnswers answers;
    private final HttpClient http = HttpClient.newHttpClient();

    AccountEndpoint(AccountState state, SandboxSettings settings, GraphAnswers answers) {
        this.state = state;
        this.settings = settings;
        this.answers = answers;
    }

    @GetMapping("/sandbox/graph/{version}/debug_token")
    ResponseEntity<byte[]> token(@RequestParam("input_token") String asked, HttpServletRequest request) {
        if (!state.isDebuggable()) {
            throw GraphError.badParameter(100, "You must provide an app access token, or a user access token.");
        }
        ObjectNode answer = MetaJson.object();
        ObjectNode data = answer.putObject("data");
        if (!asked.equals(settings.accessToken())) {
            data.putObject("error").put("code", 190).put("message", "The access token could not be decrypted");
            data.put("is_valid", false).putArray("scopes");
            return answers.ok(request, answer);
        }
        Instant ends = state.tokenEndsAt();
        data.put("app_id", AccountState.APP_ID)
                .put("type", "SYSTEM_USER")
                .put("application", "Parley")
                .put("data_access_expires_at", 0)
                .put("expires_at", ends == null ? 0 : ends.getEpochSecond())
                .put("is_valid", true)
                .put("issued_at", 1_750_000_000)
                .put("user_id", "122093510000000000");
        state.scopes().forEach(scope -> data.withArray("scopes").add(scope));
        data.withArray("granular_scopes")
                .addObject()
                .put("scope", "whatsapp_business_management")
                .withArray("target_ids")
                .add(settings.businessAccountId());
        return answers.ok(request, answer);
    }

    /**
     * How the account stands from now on: {@code {"token":"expired|revoked|valid","token_ends_at":…,"scopes":[…],
     * "hidden":true,"debuggable":false,"subscribed":true,"other_app":true,"clock_seconds":-600,
     * "numbers":{"<id>":{"status":"BANNED"}}}}; {@code {}} for as at the beginning.
     */
    @PutMapping("/sandbox/control/account")
    ResponseEntity<byte[]> become(@RequestBody byte[] body) {
        JsonNode order = parse(body);
        if (order.isEmpty()) {
            state.mend();
        } else {
            state.become(order);
        }
        return GraphAnswers.json(200, MetaJson.object().put("success", true));
    }

    /**
     * {@code {"url":…,"verify_token":…}}: the owner enters both in the dashboard, and Meta calls there (contract 1.1).
     * Taken once the challenge was echoed; webhooks go there from then on.
     */
    @PutMapping("/sandbox/control/webhook")
    ResponseEntity<byte[]> webhook(@RequestBody byte[] body) throws InterruptedException {
        JsonNode order = parse(body);
        String url = order.path("url").asString("");
        if (!echoes(url, order.path("verify_token").asString(""))) {
            throw GraphError.badParameter(2200, "The URL couldn't be validated: it did not echo the challenge.");
        }
        settings.webhooksGoTo(url);
        return GraphAnswers.json(200, MetaJson.object().put("success", true));
    }

    private boolean echoes(String url, String verifyToken) throws InterruptedException {
        String challenge = "1158201444";
        String query = "?hub.mode=subscribe&hub.challenge=" + challenge + "&hub.verify_token="
                + URLEncoder.encode(verifyToken, StandardCharsets.UTF_8);
        try {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(URI.create(url + query)).build(), HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 200 && Objects.equals(answer.body(), challenge);
        } catch (IOException | IllegalArgumentException unreachable) {
            return false;
        }
    }

    private static JsonNode parse(byte[] body) {
        try {
            return MetaJson.read(body);
        } catch (JacksonException malformed) {
            throw GraphError.badParameter(100, "The body is not JSON.");
        }
    }
}
