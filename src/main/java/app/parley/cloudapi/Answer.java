package app.parley.cloudapi;

import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** One field of a filled-in flow or address form. */
public record Answer(String field, String value) {

    /** Only the sender's own bookkeeping, nothing the customer said. */
    private static final String TOKEN = "flow_token";

    private static final int LONGEST = 1_000;

    /** {@code response_json} is text that may be no JSON at all, or no object (contract 2.2). */
    static List<Answer> of(JsonNode reply) {
        String response = Json.text(reply, "response_json");
        if (response == null) {
            return List.of();
        }
        try {
            return Json.MAPPER
                    .readTree(response)
                    .propertyStream()
                    .filter(field ->
                            !field.getKey().equals(TOKEN) && !field.getValue().isNull())
                    .map(field -> new Answer(field.getKey(), words(field.getValue())))
                    .toList();
        } catch (JacksonException e) {
            return List.of(new Answer("", cut(response)));
        }
    }

    private static String words(JsonNode value) {
        return cut(value.isValueNode() ? value.asString("") : value.toString());
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
