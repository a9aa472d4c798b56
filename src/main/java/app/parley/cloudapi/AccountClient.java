package app.parley.cloudapi;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Asks Meta about an account, its token and its numbers (contract section 9). Blocks; call it outside any transaction.
 * Every method throws a {@link GraphException} when Meta cannot be reached or refuses.
 */
@Component
public class AccountClient {

    private static final String NUMBER = "id,display_phone_number,verified_name";
    private static final String STANDING =
            NUMBER + ",quality_rating,status,name_status,code_verification_status,platform_type,throughput";
    private static final int BAD_REQUEST = 100;

    private final GraphClient graph;

    AccountClient(GraphClient graph) {
        this.graph = graph;
    }

    /** What a token may do. Meta tells the token itself, where the app's settings allow it. */
    public TokenFacts token(String accessToken) {
        return TokenFacts.of(graph.get(
                        "debug_token?input_token=" + URLEncoder.encode(accessToken, StandardCharsets.UTF_8),
                        accessToken)
                .path("data"));
    }

    /** The account's name, and the time by Meta's clock. */
    public AccountFacts account(String wabaId, String accessToken) {
        return AccountFacts.of(graph.call("GET", wabaId + "?fields=id,name", accessToken, null));
    }

    /** Whether the token and the secret are of one app: {@code appsecret_proof}, which Meta checks where it is given. */
    public boolean isOfOneApp(String wabaId, String accessToken, String appSecret) {
        String proof = WebhookSignature.hex(accessToken.getBytes(StandardCharsets.UTF_8), appSecret);
        try {
            graph.get(wabaId + "?fields=id&appsecret_proof=" + proof, accessToken);
            return true;
        } catch (GraphException e) {
            if (e.error().filter(AccountClient::isAboutTheProof).isPresent()) {
                return false;
            }
            throw e;
        }
    }

    private static boolean isAboutTheProof(GraphError error) {
        return error.code() == BAD_REQUEST && error.title().contains("appsecret_proof");
    }

    /** All numbers of an account; how they stand too, where this account may be asked for it. */
    public List<PhoneNumber> phoneNumbers(String wabaId, String accessToken) {
        try {
            return phoneNumbers(wabaId, accessToken, STANDING);
        } catch (GraphException e) {
            // A field that is not there fails the whole question.
            if (e.error()
                    .filter(it -> it.code() == BAD_REQUEST && it.subcode() == 0)
                    .isPresent()) {
                return phoneNumbers(wabaId, accessToken, NUMBER);
            }
            throw e;
        }
    }

    private List<PhoneNumber> phoneNumbers(String wabaId, String accessToken, String fields) {
        List<PhoneNumber> numbers = new ArrayList<>();
        Set<String> cursors = new HashSet<>();
        String after = "";
        do {
            JsonNode page = graph.get(wabaId + "/phone_numbers?fields=" + fields + "&limit=100" + after, accessToken);
            page.path("data").valueStream().map(PhoneNumber::of).forEach(numbers::add);
            String cursor = Json.text(page.path("paging").path("cursors"), "after");
            boolean more = page.path("paging").has("next") && cursor != null && cursors.add(cursor);
            after = more ? "&after=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8) : "";
        } while (!after.isEmpty());
        return numbers;
    }

    /** Whether a number can send, and what keeps it from that. */
    public SendingHealth health(String phoneNumberId, String accessToken) {
        return SendingHealth.of(
                graph.get(phoneNumberId + "?fields=health_status", accessToken).path("health_status"));
    }

    /** The apps that hear of the account's messages. */
    public List<SubscribedApp> subscribedApps(String wabaId, String accessToken) {
        return graph.get(wabaId + "/subscribed_apps", accessToken)
                .path("data")
                .valueStream()
                .map(SubscribedApp::of)
                .toList();
    }

    /** From now on the token's app hears of the account's messages. */
    public void subscribe(String wabaId, String accessToken) {
        graph.call("POST", wabaId + "/subscribed_apps", accessToken, null);
    }
}
