package app.parley.cloudapi;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Whether a number can send (contract 9.4).
 *
 * @param canSend AVAILABLE, LIMITED or BLOCKED; null when it is not told
 * @param advice what is wrong and what Meta suggests, in its words; null when nothing is
 */
public record SendingHealth(
        @Nullable String canSend, @Nullable String advice) {

    static SendingHealth of(JsonNode health) {
        String advice = health.path("entities")
                .valueStream()
                .flatMap(entity -> entity.path("errors").valueStream())
                .findFirst()
                .map(SendingHealth::words)
                .orElse(null);
        return new SendingHealth(Json.text(health, "can_send_message", 40), advice);
    }

    private static @Nullable String words(JsonNode error) {
        String description = Json.shortened(error, "error_description", 400);
        String solution = Json.shortened(error, "possible_solution", 400);
        if (description == null || solution == null) {
            return description == null ? solution : description;
        }
        return description + " " + solution;
    }
}
