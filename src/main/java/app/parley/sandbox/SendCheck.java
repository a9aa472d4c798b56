package app.parley.sandbox;

import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What Meta refuses at once (contract sections 4 and 4.2); the finer rules of templates and lists are left out. */
final class SendCheck {

    private static final int LONGEST_TEXT = 4096;
    private static final int LONGEST_CAPTION = 1024;
    private static final int LONGEST_CALLBACK_DATA = 512;
    private static final Set<String> MEDIA = Set.of("image", "video", "audio", "document", "sticker");
    private static final Set<String> OTHERS =
            Set.of("text", "location", "contacts", "reaction", "template", "interactive");

    private SendCheck() {}

    static void product(JsonNode send) {
        if (!"whatsapp".equals(send.path("messaging_product").asString(""))) {
            throw GraphError.badParameter(100, "The parameter messaging_product is required.");
        }
    }

    static void message(JsonNode send) {
        address(send);
        if (send.path("biz_opaque_callback_data").asString("").length() > LONGEST_CALLBACK_DATA) {
            throw GraphError.badParameter(131009, "biz_opaque_callback_data is longer than 512 characters.");
        }
        String type = type(send);
        if (!MEDIA.contains(type) && !OTHERS.contains(type)) {
            throw GraphError.badParameter(100, "Param type must be one of the supported message types.");
        }
        JsonNode content = send.path(type);
        if (content.isMissingNode() || content.isEmpty()) {
            throw missing(type);
        }
        content(type, content);
    }

    /** Meta takes a send without {@code type} for a text. */
    static String type(JsonNode send) {
        return send.path("type").asString("text");
    }

    private static void address(JsonNode send) {
        String to = send.path("to").asString("");
        if (to.isBlank() && send.path("recipient").asString("").isBlank()) {
            throw GraphError.badParameter(131008, "to or recipient is required.");
        }
        if (!to.isBlank() && !to.matches("\\+?[0-9 ()-]{5,24}")) {
            throw GraphError.badParameter(131009, "to is not a phone number.");
        }
    }

    private static void content(String type, JsonNode content) {
        if (MEDIA.contains(type)) {
            media(type, content);
            return;
        }
        switch (type) {
            case "text" -> text(content);
            case "location" -> location(content);
            case "contacts" -> content.forEach(SendCheck::contact);
            case "reaction" -> present(content, "reaction", "message_id", "emoji");
            case "template" -> present(content, "template", "name", "language");
            case "interactive" -> present(content, "interactive", "type", "action");
            default -> {}
        }
    }

    private static void location(JsonNode place) {
        present(place, "location", "latitude", "longitude");
        if (!degrees(place.path("latitude"), 90) || !degrees(place.path("longitude"), 180)) {
            throw GraphError.badParameter(131009, "location.latitude and longitude must be degrees.");
        }
    }

    private static boolean degrees(JsonNode node, int most) {
        return node.isNumber() && Math.abs(node.asDouble()) <= most;
    }

    private static void contact(JsonNode contact) {
        JsonNode name = contact.path("name");
        if (name.path("formatted_name").asString("").isBlank()) {
            throw missing("contacts.name.formatted_name");
        }
        if (name.size() < 2) {
            throw GraphError.badParameter(131009, "contacts.name needs a part beside formatted_name.");
        }
    }

    private static void text(JsonNode text) {
        String body = text.path("body").asString("");
        if (body.isBlank()) {
            throw missing("text.body");
        }
        if (body.length() > LONGEST_TEXT) {
            throw GraphError.badParameter(131009, "Param text['body'] must be at most 4096 characters long.");
        }
    }

    private static void media(String type, JsonNode media) {
        if (media.has("id") == media.has("link")) {
            throw GraphError.badParameter(131009, type + " takes exactly one of id and link.");
        }
        if (media.has("caption") && Set.of("audio", "sticker").contains(type)) {
            throw GraphError.badParameter(100, "Unexpected key \"caption\" on " + type + ".");
        }
        if (media.path("caption").asString("").length() > LONGEST_CAPTION) {
            throw GraphError.badParameter(131009, "caption is longer than 1024 characters.");
        }
    }

    private static void present(JsonNode content, String parent, String... names) {
        for (String name : names) {
            if (!content.has(name)) {
                throw missing(parent + "." + name);
            }
        }
    }

    private static GraphError missing(String name) {
        return GraphError.badParameter(131008, name + " is required.");
    }
}
