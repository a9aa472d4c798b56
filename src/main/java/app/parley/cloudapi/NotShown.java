package app.parley.cloudapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What is kept in the journal and not shown to agents, a word for each: "groups", "calls", "history", "echoes",
 * "standby", "field:" and a field nobody knows, "status:" and a status nobody knows.
 */
final class NotShown {

    private static final Set<String> STATUSES = Set.of("sent", "delivered", "read", "played", "failed");

    private NotShown() {}

    static List<String> in(Webhook.Change change) {
        if (change.isOfANumber()) {
            return inANumbers(change.value());
        }
        if (change.ofAccount().isPresent()) {
            return List.of();
        }
        return List.of(ofField(change.field(), change.value()));
    }

    private static List<String> inANumbers(JsonNode value) {
        List<String> words = new ArrayList<>();
        value.path("messages")
                .valueStream()
                .filter(message -> Json.text(message, "group_id") != null)
                .forEach(message -> words.add("groups"));
        value.path("calls").valueStream().forEach(call -> words.add("calls"));
        value.path("message_echoes").valueStream().forEach(echo -> words.add("echoes"));
        value.path("statuses")
                .valueStream()
                .map(status -> Json.text(status, "status"))
                .filter(status -> status == null || !STATUSES.contains(status))
                .forEach(status -> words.add("status:" + word(status)));
        return words;
    }

    private static String ofField(@Nullable String field, JsonNode value) {
        return switch (field) {
            case "history", "standby" -> field;
            case "smb_message_echoes" -> "echoes";
            case "group_lifecycle_update",
                    "group_participants_update",
                    "group_settings_update",
                    "group_status_update" -> "groups";
            case null, default -> value.has("message_echoes") ? "echoes" : "field:" + word(field);
        };
    }

    /** Somebody's own words would fill the tally: only what looks like one of Meta's is named. */
    private static String word(@Nullable String text) {
        return text != null && text.matches("[A-Za-z0-9_]{1,60}") ? text : "?";
    }
}
