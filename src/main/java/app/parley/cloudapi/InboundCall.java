package app.parley.cloudapi;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A customer's call: it opens the window for replies as a message does (contract section 8). */
public record InboundCall(Sender sender, @Nullable Instant timestamp) {

    static boolean isCustomers(JsonNode node) {
        return "USER_INITIATED".equals(Json.text(node, "direction")) && "connect".equals(Json.text(node, "event"));
    }

    static InboundCall of(JsonNode node, Contacts contacts) {
        return new InboundCall(Sender.of(node, contacts), Json.time(node, "timestamp"));
    }
}
