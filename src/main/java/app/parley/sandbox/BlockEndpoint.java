package app.parley.sandbox;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /{number}/block_users} (contract section 9): only whoever has written within a day can be blocked. */
@SandboxComponent
@RestController
final class BlockEndpoint {

    private static final Duration DAY = Duration.ofHours(24);
    private static final int RE_ENGAGEMENT = 131047;

    private final Phones phones;
    private final GraphAnswers answers;
    private final SandboxRecord record;
    private final Clock clock;
    private final Set<String> blocked = ConcurrentHashMap.newKeySet();

    BlockEndpoint(Phones phones, GraphAnswers answers, SandboxRecord record, Clock clock) {
        this.phones = phones;
        this.answers = answers;
        this.record = record;
        this.clock = clock;
    }

    @PostMapping("/sandbox/graph/{version}/{numberId}/block_users")
    ResponseEntity<byte[]> block(@PathVariable String numberId, @RequestBody byte[] body, HttpServletRequest request) {
        SandboxRecord.body(request, body);
        String user = user(numberId, body, request);
        ObjectNode answer = MetaJson.object().put("messaging_product", "whatsapp");
        ObjectNode users = answer.putObject("block_users");
        if (!wroteLately(numberId, digits(user))) {
            users.putArray("added_users");
            ObjectNode failed = named(users.putArray("failed_users").addObject(), user);
            failed.putArray("errors")
                    .addObject()
                    .put("message", "Re-engagement message")
                    .put("code", RE_ENGAGEMENT)
                    .putObject("error_data")
                    .put("details", "User has not messaged in the last 24 hours");
            answer.set(
                    "error",
                    GraphError.of(400, 139100, "Failed to block some users.")
                            .body()
                            .path("error"));
            record.request(request, 400, null);
            return GraphAnswers.json(400, answer);
        }
        blocked.add(numberId + " " + digits(user));
        named(users.putArray("added_users").addObject(), user);
        return answers.ok(request, answer);
    }

    @DeleteMapping("/sandbox/graph/{version}/{numberId}/block_users")
    ResponseEntity<byte[]> unblock(
            @PathVariable String numberId, @RequestBody byte[] body, HttpServletRequest request) {
        SandboxRecord.body(request, body);
        String user = user(numberId, body, request);
        blocked.remove(numberId + " " + digits(user));
        ObjectNode answer = MetaJson.object().put("messaging_product", "whatsapp");
        named(answer.putObject("block_users").putArray("removed_users").addObject(), user);
        return answers.ok(request, answer);
    }

    @GetMapping("/sandbox/graph/{version}/{numberId}/block_users")
    ResponseEntity<byte[]> list(@PathVariable String numberId, HttpServletRequest request) {
        requireNumber(numberId, request);
        ObjectNode answer = MetaJson.object();
        answer.putArray("data");
        blocked.stream()
                .filter(it -> it.startsWith(numberId + " "))
                .map(it -> it.substring(numberId.length() + 1))
                .forEach(waId -> answer.withArray("data")
                        .addObject()
                        .put("messaging_product", "whatsapp")
                        .put("wa_id", waId));
        return answers.ok(request, answer);
    }

    private boolean wroteLately(String numberId, String waId) {
        return phones.all().stream()
                .filter(phone -> phone.number().phoneNumberId().equals(numberId))
                .filter(phone -> waId.equals(phone.customer().waId()))
                .flatMap(phone -> phone.last(true).stream())
                .anyMatch(message -> message.at().isAfter(clock.instant().minus(DAY)));
    }

    private String user(String numberId, byte[] body, HttpServletRequest request) {
        requireNumber(numberId, request);
        JsonNode order;
        try {
            order = MetaJson.read(body);
        } catch (JacksonException malformed) {
            throw GraphError.badParameter(100, "The body is not JSON.");
        }
        String user = order.path("block_users").path(0).path("user").asString("");
        if (!order.path("messaging_product").asString("").equals("whatsapp")
                || digits(user).isEmpty()) {
            throw GraphError.badParameter(100, "messaging_product and block_users are required.");
        }
        return user;
    }

    private void requireNumber(String numberId, HttpServletRequest request) {
        if (phones.number(numberId).isEmpty()) {
            throw GraphAnswers.unknown(request, numberId);
        }
    }

    private static ObjectNode named(ObjectNode user, String input) {
        return user.put("input", input).put("wa_id", digits(input));
    }

    private static String digits(String user) {
        return user.replaceAll("\\D", "");
    }
}
