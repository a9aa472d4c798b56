package app.parley.cloudapi;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An app that hears of an account's messages (contract 9.5). */
public record SubscribedApp(@Nullable String id, @Nullable String name) {

    static SubscribedApp of(JsonNode node) {
        JsonNode app = node.path("whatsapp_business_api_data");
        return new SubscribedApp(Json.text(app, "id", 64), Json.shortened(app, "name", 100));
    }
}
