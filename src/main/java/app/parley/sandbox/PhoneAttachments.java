package app.parley.sandbox;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the business sent besides words, for as long as it stands on a phone: files, and what a message answers. */
@SandboxComponent
final class PhoneAttachments {

    private static final int KEPT = 2_000;
    private static final Set<String> FILES = Set.of("image", "video", "audio", "document", "sticker");

    private final SandboxMediaStore media;
    private final Map<String, Enclosure> newest = new LinkedHashMap<>();

    PhoneAttachments(SandboxMediaStore media) {
        this.media = media;
    }

    /**
     * @param type Meta's word for the message
     * @param quoted the id of the message it answers
     */
    record Enclosure(
            String type,
            @Nullable StoredMedia file,
            @Nullable String quoted) {}

    /** The file that a send names must have been uploaded, and be one that such a message carries. */
    void check(JsonNode message, HttpServletRequest request) {
        String id = fileId(message).orElse(null);
        if (id == null) {
            return;
        }
        StoredMedia file = media.find(id).orElseThrow(() -> GraphAnswers.unknown(request, id));
        if (!UploadCheck.fits(SendCheck.type(message), file.mimeType())) {
            throw GraphError.badParameter(131053, "The file's type is not one of " + SendCheck.type(message) + ".");
        }
    }

    synchronized void keep(String messageId, JsonNode message) {
        String quoted = message.path("context").path("message_id").asString("");
        StoredMedia file = fileId(message).flatMap(media::find).orElse(null);
        if (file != null || !quoted.isEmpty()) {
            newest.put(messageId, new Enclosure(SendCheck.type(message), file, quoted.isEmpty() ? null : quoted));
        }
        if (newest.size() > KEPT) {
            newest.remove(newest.keySet().iterator().next());
        }
    }

    synchronized Optional<Enclosure> of(String messageId) {
        return Optional.ofNullable(newest.get(messageId));
    }

    private static Optional<String> fileId(JsonNode message) {
        String type = SendCheck.type(message);
        return Optional.of(message.path(type).path("id").asString(""))
                .filter(id -> FILES.contains(type) && !id.isEmpty());
    }
}
