package app.parley.cloudapi;

import tools.jackson.databind.JsonNode;

/** Which template a message is made of; a name may stand for several, one in each language. */
public record TemplateName(String name, String language) {

    /** Of a message as {@link FilledTemplate#content} made it. */
    public static TemplateName of(String content) {
        JsonNode template = Json.MAPPER.readTree(content).path("template");
        return new TemplateName(
                template.path("name").asString(""),
                template.path("language").path("code").asString(""));
    }
}
