package app.parley.sandbox;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The words that stand with a message on a phone: a body, a caption, a name; empty where there are none. */
final class MessageSummary {

    private MessageSummary() {}

    static String of(String type, JsonNode message) {
        JsonNode content = message.path(type);
        return switch (type) {
            case "text" -> content.path("body").asString("");
            case "image", "video" -> content.path("caption").asString("");
            case "document" ->
                lines(
                        content.path("filename").asString(""),
                        content.path("caption").asString(""));
            case "location" ->
                lines(
                        content.path("name").asString(""),
                        content.path("address").asString(""),
                        content.path("latitude").asString("") + ", "
                                + content.path("longitude").asString(""));
            case "contacts" ->
                lines(
                        content.path(0).path("name").path("formatted_name").asString(""),
                        content.path(0).path("phones").path(0).path("phone").asString(""));
            case "template" -> content.path("name").asString("");
            case "button" -> content.path("text").asString("");
            case "interactive" -> interactive(content);
            case "order" -> content.path("text").asString("");
            default -> "";
        };
    }

    private static String lines(String... all) {
        return Stream.of(all).filter(line -> !line.isBlank()).collect(Collectors.joining("\n"));
    }

    /** What the business asks, or what the customer answers. */
    private static String interactive(JsonNode content) {
        JsonNode reply = content.path(content.path("type").asString(""));
        return reply.path("title")
                .asString(reply.path("body")
                        .asString(content.path("body").path("text").asString("")));
    }
}
