package app.parley.cloudapi;

import java.math.BigDecimal;
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

    /** @param name of the place, as {@code address}: shown above the map on the customer's phone */
    public static String location(
            BigDecimal latitude, BigDecimal longitude, @Nullable String name, @Nullable String address) {
        ObjectNode json = of("location");
        ObjectNode location =
                json.putObject("location").put("latitude", latitude).put("longitude", longitude);
        if (name != null) {
            location.put("name", name);
        }
        if (address != null) {
            location.put("address", address);
        }
        return json.toString();
    }

    /**
     * One person with one phone number. WhatsApp wants a part of the name beside the whole of it.
     *
     * @param phone as it is shown
     * @param waId digits, when they are on WhatsApp: the customer can then write to them with one tap
     */
    public static String contact(String name, String phone, @Nullable String waId) {
        ObjectNode json = of("contacts");
        ObjectNode contact = json.putArray("contacts").addObject();
        int space = name.indexOf(' ');
        ObjectNode names = contact.putObject("name").put("formatted_name", name);
        names.put("first_name", space < 0 ? name : name.substring(0, space));
        if (space >= 0) {
            names.put("last_name", name.substring(space + 1).strip());
        }
        ObjectNode number = contact.putArray("phones").addObject().put("phone", phone);
        if (waId != null) {
            number.put("wa_id", waId);
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
