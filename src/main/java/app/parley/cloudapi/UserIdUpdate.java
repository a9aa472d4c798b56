package app.parley.cloudapi;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A customer's business-scoped user id became another (contract 2.3). */
public record UserIdUpdate(
        @Nullable String waId,
        @Nullable String previous,
        @Nullable String current) {

    /** One, in the change itself; or several, in an array named like the field. */
    static List<UserIdUpdate> allIn(JsonNode value) {
        JsonNode several = value.path("user_id_update");
        return (several.isArray() ? several.valueStream() : Stream.of(value))
                .map(UserIdUpdate::of)
                .filter(update -> update.current() != null)
                .toList();
    }

    private static UserIdUpdate of(JsonNode node) {
        return new UserIdUpdate(
                Json.text(node, "wa_id", Sender.LONGEST_WA_ID),
                Json.text(node.path("user_id"), "previous", Sender.LONGEST_USER_ID),
                Json.text(node.path("user_id"), "current", Sender.LONGEST_USER_ID));
    }
}
