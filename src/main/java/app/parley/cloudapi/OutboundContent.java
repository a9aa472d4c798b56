package app.parley.cloudapi;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What a message of ours says, in Meta's own words (contract section 4): kept with the message, sent as it is. */
public final class OutboundContent {

    private OutboundContent() {}

    public static String text(String body) {
        ObjectNode json = of("text");
        json.putObject("text").put("body", body).put("preview_url", false);
        return json.toString();
    }

    /** @param type image, video, audio, document or sticker; the file's id is added once it is uploaded */
    public static String file(String type, @Nullable String caption, @Nullable String fileName, boolean voice) {
        ObjectNode json = of(type);
        ObjectNode file = json.putObject(type);
        if (caption != null) {
            file.put("caption", caption);
        }
        if (fileName != null) {
            file.put("filename", fileName);
        }
        if (voice) {
            file.put("voice", true);
        }
        return json.toString();
    }

    /** @param emoji null takes the reaction back */
    public static String reaction(String ref, @Nullable String emoji) {
        ObjectNode json = of("reaction");
        json.putObject("reaction").put("message_id", ref).put("emoji", emoji == null ? "" : emoji);
        return json.toString();
    }

    static ObjectNode of(String type) {
        return Json.MAPPER.createObjectNode().put("type", type);
    }
}
