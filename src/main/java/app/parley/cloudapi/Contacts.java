package app.parley.cloudapi;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** The people a change names. May be shorter than its messages: matched by id, never by position (contract 2). */
record Contacts(JsonNode nodes) {

    JsonNode of(@Nullable String userId, @Nullable String waId) {
        for (JsonNode contact : nodes) {
            if ((userId != null && userId.equals(Json.text(contact, "user_id")))
                    || (waId != null && waId.equals(Json.text(contact, "wa_id")))) {
                return contact;
            }
        }
        return MissingNode.getInstance();
    }
}
