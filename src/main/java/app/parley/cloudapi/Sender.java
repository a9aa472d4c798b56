package app.parley.cloudapi;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Who a message is from. The business-scoped user id comes first; either id may be absent (contract 2.3). The name and
 * the username are the person's own words.
 */
public record Sender(
        @Nullable String userId,
        @Nullable String waId,
        @Nullable String username,
        @Nullable String name) {

    /** Contract 2.3 asks for 160; a longer one is none. */
    static final int LONGEST_USER_ID = 200;

    /** A phone number has at most 15 digits; a longer one is none. */
    static final int LONGEST_WA_ID = 30;

    static Sender of(JsonNode message, Contacts contacts) {
        String userId = Json.text(message, "from_user_id", LONGEST_USER_ID);
        String from = Json.text(message, "from", LONGEST_USER_ID);
        // Odd data holds a business-scoped id where the phone number belongs.
        if (from != null && !isPhone(from)) {
            userId = userId == null ? from : userId;
            from = null;
        }
        JsonNode contact = contacts.of(userId, from);
        JsonNode profile = contact.path("profile");
        String username = Json.text(profile, "username");
        return new Sender(
                userId != null ? userId : Json.text(contact, "user_id", LONGEST_USER_ID),
                from,
                username != null && username.startsWith("@") ? username.substring(1) : username,
                Json.text(profile, "name"));
    }

    public boolean isKnown() {
        return userId != null || waId != null;
    }

    private static boolean isPhone(String text) {
        return text.length() <= LONGEST_WA_ID && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
