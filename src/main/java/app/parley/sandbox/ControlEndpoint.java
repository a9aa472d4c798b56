package app.parley.sandbox;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Plays the sandbox from another process: what its page does, and the record to judge by. */
@SandboxComponent
@RestController
final class ControlEndpoint {

    private final Phones phones;
    private final CustomerActions actions;
    private final Statuses statuses;
    private final SimulatedOutcomes outcomes;
    private final SandboxRateLimits throttling;
    private final SandboxRecord record;

    ControlEndpoint(
            Phones phones,
            CustomerActions actions,
            Statuses statuses,
            SimulatedOutcomes outcomes,
            SandboxRateLimits throttling,
            SandboxRecord record) {
        this.phones = phones;
        this.actions = actions;
        this.statuses = statuses;
        this.outcomes = outcomes;
        this.throttling = throttling;
        this.record = record;
    }

    /**
     * {@code {"fate":"rejected","code":131047,"times":1}}; without {@code times} it stands until the next. What has a
     * time takes {@code "wait_ms"}.
     */
    @PutMapping("/sandbox/control/fate")
    ResponseEntity<byte[]> outcome(@RequestBody byte[] body) {
        JsonNode order = parse(body);
        SimulatedOutcome outcome = outcome(outcome(order.path("fate").asString("")), order);
        if (order.has("times")) {
            outcomes.next(outcome, order.path("times").asInt(1));
        } else {
            outcomes.always(outcome);
        }
        return done();
    }

    /** {@code {"seed":1,"mix":{"lost_after":0.05,"unavailable":0.03},"wait_ms":3000}}: by lot; the rest is accepted. */
    @PutMapping("/sandbox/control/fates")
    ResponseEntity<byte[]> outcomes(@RequestBody byte[] body) {
        JsonNode order = parse(body);
        Map<SimulatedOutcome, Double> shares = new LinkedHashMap<>();
        order.path("mix")
                .propertyStream()
                .forEach(share -> shares.put(
                        outcome(outcome(share.getKey()), order),
                        share.getValue().asDouble(0)));
        outcomes.mix(order.path("seed").asLong(1), shares);
        return done();
    }

    /** {@code {"seed":1,"lost":0.1,"twice":0.1,"shuffled":true}}: how statuses come from now on. */
    @PutMapping("/sandbox/control/statuses")
    ResponseEntity<byte[]> statuses(@RequestBody byte[] body) {
        JsonNode order = parse(body);
        statuses.come(new StatusMix(
                order.path("lost").asDouble(0),
                order.path("twice").asDouble(0),
                order.path("shuffled").asBoolean(false),
                new Random(order.path("seed").asLong(1))));
        return done();
    }

    /** {@code {"per_second":80,"pairs":true}}: Meta's limits; {@code {}} for none. */
    @PutMapping("/sandbox/control/throttling")
    ResponseEntity<byte[]> throttling(@RequestBody byte[] body) {
        JsonNode order = parse(body);
        throttling.limit(order.path("per_second").asInt(0), order.path("pairs").asBoolean(false));
        return done();
    }

    /**
     * {@code {"phone_number_id":…,"from":"16505551234","name":"Ana","seconds_ago":0,"message":{"type":"text",…}}}: the
     * customer is named by {@code from}, {@code user_id} or both. Answers the message's id.
     */
    @PostMapping("/sandbox/control/messages")
    ResponseEntity<byte[]> message(@RequestBody byte[] body) {
        JsonNode order = parse(body);
        if (!(order.path("message") instanceof ObjectNode message)) {
            throw GraphError.badParameter(131008, "message is required.");
        }
        Duration ago = Duration.ofSeconds(order.path("seconds_ago").asLong(0));
        String id = actions.says(phone(order), new CustomerContent(message), new MessageTime(ago));
        return GraphAnswers.json(200, MetaJson.object().put("id", id));
    }

    /** The customer reads what the business sent. */
    @PostMapping("/sandbox/control/reads")
    ResponseEntity<byte[]> reads(@RequestBody byte[] body) {
        statuses.look(phone(parse(body)));
        return done();
    }

    /** {@code {"automatically":true}}: every customer reads everything as soon as it is delivered. */
    @PutMapping("/sandbox/control/reading")
    ResponseEntity<byte[]> reading(@RequestBody byte[] body) {
        statuses.readAutomatically(parse(body).path("automatically").asBoolean(false));
        return done();
    }

    /** The entries after this number, oldest first. */
    @GetMapping("/sandbox/control/record")
    ResponseEntity<byte[]> record(@RequestParam(defaultValue = "0") long after) {
        List<SandboxRecord.Entry> entries = record.after(after);
        return GraphAnswers.json(200, entries);
    }

    private Phone phone(JsonNode order) {
        String phoneNumberId = order.path("phone_number_id").asString("");
        SandboxNumber number = phones.number(phoneNumberId)
                .orElseThrow(() -> GraphError.badParameter(131009, "phone_number_id is unknown."));
        String from = textOrNull(order.path("from"));
        String userId = textOrNull(order.path("user_id"));
        if (from == null && userId == null) {
            throw GraphError.badParameter(131008, "from or user_id is required.");
        }
        String name = order.path("name").asString(from == null ? "Customer" : "+" + from);
        return phones.phone(number, phones.customer(userId, from, name));
    }

    private static SimulatedOutcome outcome(SimulatedOutcome.Outcome outcome, JsonNode order) {
        int code = order.path("code").asInt(0);
        return order.has("wait_ms")
                ? SimulatedOutcome.of(
                        outcome, code, Duration.ofMillis(order.path("wait_ms").asLong(0)))
                : SimulatedOutcome.of(outcome, code);
    }

    private static SimulatedOutcome.Outcome outcome(String name) {
        try {
            return SimulatedOutcome.Outcome.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw GraphError.badParameter(131009, "fate is one of " + List.of(SimulatedOutcome.Outcome.values()));
        }
    }

    private static JsonNode parse(byte[] body) {
        try {
            return MetaJson.read(body);
        } catch (JacksonException malformed) {
            throw GraphError.badParameter(100, "The body is not JSON.");
        }
    }

    private static ResponseEntity<byte[]> done() {
        return GraphAnswers.json(200, MetaJson.object().put("success", true));
    }

    private static @Nullable String textOrNull(JsonNode node) {
        return node.isMissingNode() ? null : node.asString("");
    }
}
