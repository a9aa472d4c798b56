package app.parley.sandbox;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What was delivered, before a restart too, and how it is charged: what the sandbox answers to who asks for the bill. */
@SandboxComponent
final class AnalyticsStore {

    private static final String FIELD = "pricing_analytics";

    private final SandboxSettings settings;
    private @Nullable Map<String, Delivered> delivered;

    AnalyticsStore(SandboxSettings settings) {
        this.settings = settings;
        Delivered.requireWritable(settings.deliveredFile());
    }

    /** Each message once; a reaction is never charged. */
    synchronized void delivered(Sending sending, Instant at) {
        ObjectNode pricing = StatusShape.pricing(sending);
        Delivered one = new Delivered(
                sending.id(),
                at,
                sending.number().phoneNumberId(),
                pricing.path("category").asString(""),
                pricing.path("type").asString(""));
        if (all().putIfAbsent(one.id(), one) == null) {
            one.appendTo(settings.deliveredFile());
        }
    }

    /** Read when first needed: whoever invents a past writes it down while the application starts. */
    private Map<String, Delivered> all() {
        Map<String, Delivered> known = delivered;
        if (known == null) {
            known = new HashMap<>();
            for (Delivered one : Delivered.all(settings.deliveredFile())) {
                known.put(one.id(), one);
            }
            delivered = known;
        }
        return known;
    }

    /** Empty when something else is asked for (contract section 8). */
    Optional<ObjectNode> answer(String id, String fields) {
        if (!id.equals(settings.businessAccountId()) || !fields.contains(FIELD)) {
            return Optional.empty();
        }
        ObjectNode answer = MetaJson.object().put("id", id);
        if (List.of(fields.split(",")).contains("currency")) {
            answer.put("currency", SandboxSettings.CURRENCY);
        }
        ArrayNode points = answer.putObject(FIELD).putArray("data").addObject().putArray("data_points");
        write(time(fields, "start").orElse(Instant.EPOCH), time(fields, "end").orElse(Instant.MAX), points);
        return Optional.of(answer);
    }

    /** @param end not in it any more; what was delivered is charged at two cents, unless it is free */
    private synchronized void write(Instant start, Instant end, ArrayNode points) {
        List<Delivered> all = all().values().stream()
                .filter(it -> !it.at().isBefore(start) && it.at().isBefore(end))
                .sorted(Comparator.comparing(Delivered::at))
                .toList();
        for (Delivered one : all) {
            points.addObject()
                    .put("start", one.at().getEpochSecond())
                    .put("end", one.at().getEpochSecond() + 1)
                    .put("phone_number", one.number())
                    .put("pricing_category", one.category().toUpperCase(Locale.ROOT))
                    .put("pricing_type", one.type().toUpperCase(Locale.ROOT))
                    .put("volume", 1)
                    .put("cost", one.type().startsWith("free") ? 0 : 0.02);
        }
    }

    private static Optional<Instant> time(String fields, String name) {
        int begin = fields.indexOf("." + name + "(");
        int end = begin < 0 ? -1 : fields.indexOf(')', begin);
        try {
            return end < 0
                    ? Optional.empty()
                    : Optional.of(
                            Instant.ofEpochSecond(Long.parseLong(fields.substring(begin + name.length() + 2, end))));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
