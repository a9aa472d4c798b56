package app.parley.cloudapi;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Calls Meta's Graph API. Blocks; call it outside any transaction. */
@Component
@EnableConfigurationProperties(GraphProperties.class)
public class GraphClient {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

    private final GraphProperties graph;
    private final Duration answerTimeout;

    // HTTP/1.1: a request that no byte of was written can be told from one whose answer was lost.
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT)
            .build();

    /** @param answerTimeout how long an answer is waited for; one that comes later is lost */
    GraphClient(GraphProperties graph, @Value("${parley.whatsapp.answer-timeout:30s}") Duration answerTimeout) {
        this.graph = graph;
        this.answerTimeout = answerTimeout;
    }

    /** Sends once and says honestly what is known then; never throws for what the network or Meta does. */
    public SendOutcome send(String phoneNumberId, String accessToken, OutboundMessage message) {
        HttpRequest request = request(phoneNumberId + "/messages", accessToken)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(message.toJson()))
                .build();
        try {
            return outcome(http.send(request, HttpResponse.BodyHandlers.ofByteArray()));
        } catch (ConnectException | HttpConnectTimeoutException | SSLHandshakeException e) {
            return new SendOutcome.NotSent("no connection");
        } catch (IOException e) {
            return new SendOutcome.Unknown(e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new SendOutcome.Unknown("interrupted");
        }
    }

    /**
     * Meta's own words decide, not the HTTP status (contract 4.2). Without them it was somebody in between who
     * answered: a 429 and a proxy that wants to know us (407) turn a request away unread; whatever else is not Meta's,
     * a page of HTML with any status, may stand in front of an accepted send.
     */
    private static SendOutcome outcome(HttpResponse<byte[]> response) {
        int status = response.statusCode();
        JsonNode answer = tree(response.body());
        if (answer == null) {
            return notMetas(status);
        }
        JsonNode error = answer.path("error");
        // A gateway, too, may say "error" in JSON; Meta's have a code.
        if (Json.integer(error, "code") != null
                && !(status == 429 && GraphError.of(error).isUnlisted())) {
            return new SendOutcome.Refused(GraphError.of(error), BusinessUsage.rest(response.headers()));
        }
        String id = Json.text(answer.path("messages").path(0), "id");
        if (status != 200 || id == null) {
            return notMetas(status);
        }
        String waId = Json.text(answer.path("contacts").path(0), "wa_id", Sender.LONGEST_WA_ID);
        return new SendOutcome.Accepted(id, waId != null && Sender.isPhone(waId) ? waId : null);
    }

    private static SendOutcome notMetas(int status) {
        return status == 429 || status == 407
                ? new SendOutcome.NotSent("HTTP " + status)
                : new SendOutcome.Unknown("HTTP " + status + " that is not Meta's");
    }

    /**
     * The templates of an account, all pages (contract section 6). One that cannot be read stops no other.
     *
     * @throws GraphException when Meta cannot be reached or refuses
     */
    public List<ListedTemplate> templates(String accountId, String accessToken) {
        List<ListedTemplate> templates = new ArrayList<>();
        Set<String> cursors = new HashSet<>();
        String after = "";
        do {
            JsonNode page = get(
                    accountId + "/message_templates?fields=id,name,language,status,category,components,quality_score,"
                            + "rejected_reason,parameter_format&limit=100" + after,
                    accessToken);
            if (!page.path("data").isArray()) {
                throw new GraphException("WhatsApp answered without a list");
            }
            page.path("data").valueStream().map(ListedTemplate::of).forEach(it -> it.ifPresent(templates::add));
            String cursor = Json.text(page.path("paging").path("cursors"), "after");
            boolean more = page.path("paging").has("next") && cursor != null;
            if (more && !cursors.add(cursor)) {
                throw new GraphException("WhatsApp lists the same templates again and again");
            }
            after = more ? "&after=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8) : "";
        } while (!after.isEmpty());
        return templates;
    }

    /** @throws GraphException when Meta cannot be reached or refuses */
    JsonNode get(String path, String accessToken) {
        return call("GET", path, accessToken, null).body();
    }

    /**
     * Any call but a send.
     *
     * @param json what goes with it, if anything
     * @throws GraphException when Meta cannot be reached or refuses
     */
    GraphAnswer call(String method, String path, String accessToken, byte @Nullable [] json) {
        GraphAnswer answer = answer(method, path, accessToken, json);
        if (answer.status() != 200) {
            throw refusal(answer.status(), answer.body());
        }
        return answer;
    }

    /**
     * Whatever JSON is answered, a refusal too.
     *
     * @throws GraphException when nothing is, or no JSON
     */
    GraphAnswer answer(String method, String path, String accessToken, byte @Nullable [] json) {
        HttpRequest.Builder request = request(path, accessToken);
        if (json == null) {
            request.method(method, HttpRequest.BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/json")
                    .method(method, HttpRequest.BodyPublishers.ofByteArray(json));
        }
        try {
            HttpResponse<byte[]> response = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            JsonNode answer = tree(response.body());
            if (answer == null) {
                throw new GraphException("WhatsApp answered HTTP " + response.statusCode());
            }
            return new GraphAnswer(
                    response.statusCode(),
                    answer,
                    GraphAnswer.date(response.headers().firstValue("Date").orElse("")));
        } catch (IOException e) {
            throw new GraphException(
                    "WhatsApp could not be reached: " + e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GraphException("interrupted");
        }
    }

    static GraphException refusal(int status, JsonNode answer) {
        JsonNode error = answer.path("error");
        if (Json.integer(error, "code") == null) {
            return new GraphException("WhatsApp answered HTTP " + status);
        }
        GraphError refusal = GraphError.of(error);
        return new GraphException("WhatsApp answered HTTP " + status + ", code " + refusal.code(), refusal);
    }

    private HttpRequest.Builder request(String path, String accessToken) {
        return HttpRequest.newBuilder(graph.resolve(path))
                .timeout(answerTimeout)
                .header("Authorization", "Bearer " + accessToken)
                .header("User-Agent", "Parley");
    }

    /**
     * Marks a customer's message, and all before it, as read (contract section 4).
     *
     * @param typing whether the customer also sees "typing…", for 25 s or until we send
     * @return whether Meta took it; nothing depends on it
     */
    public boolean markRead(String phoneNumberId, String accessToken, String ref, boolean typing) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("messaging_product", "whatsapp").put("status", "read").put("message_id", ref);
        if (typing) {
            json.putObject("typing_indicator").put("type", "text");
        }
        HttpRequest request = request(phoneNumberId + "/messages", accessToken)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(Json.MAPPER.writeValueAsBytes(json)))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static @Nullable JsonNode tree(byte[] body) {
        try {
            JsonNode tree = Json.MAPPER.readTree(body);
            return tree.isObject() ? tree : null;
        } catch (JacksonException e) {
            return null;
        }
    }
}
