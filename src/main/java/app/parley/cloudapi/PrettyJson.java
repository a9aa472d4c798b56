package app.parley.cloudapi;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;

/** A body laid out to be read: token by token, so that numbers and repeated keys stand as they came. */
public final class PrettyJson {

    /** Characters; a body of brackets would become a thousand times as long. */
    private static final int LONGEST = 4_000_000;

    private PrettyJson() {}

    /** The body indented if it is JSON, else as the text it is. */
    public static String of(byte[] body) {
        StringWriter text = new StringWriter();
        try (JsonParser from = Json.MAPPER.createParser(body);
                JsonGenerator to = Json.MAPPER.writerWithDefaultPrettyPrinter().createGenerator(text)) {
            while (from.nextToken() != null) {
                to.copyCurrentEventExact(from);
                if (text.getBuffer().length() > LONGEST) {
                    return asItCame(body);
                }
            }
        } catch (JacksonException e) {
            return asItCame(body);
        }
        return text.getBuffer().isEmpty() ? asItCame(body) : Json.storable(text.toString());
    }

    private static String asItCame(byte[] body) {
        return Json.storable(new String(body, StandardCharsets.UTF_8));
    }
}
