package app.parley.media;

import app.parley.conversations.ConversationId;
import app.parley.conversations.MessageKind;
import app.parley.team.CurrentAgent;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes what an agent's browser uploads: the bare bytes of one file, which go to the disk as they come. The request
 * carries the session's CSRF token, as every form does.
 */
@RestController
class UploadController {

    private final Uploads uploads;
    private final CurrentAgent currentAgent;

    UploadController(Uploads uploads, CurrentAgent currentAgent) {
        this.uploads = uploads;
        this.currentAgent = currentAgent;
    }

    /**
     * What the browser is told (modules/upload.js).
     *
     * @param id to be named when it is sent; null when it was refused
     * @param kind what WhatsApp will take it as
     * @param refusal why it was not taken
     */
    record Told(
            @Nullable String id,
            @Nullable MessageKind kind,
            @Nullable String name,
            @Nullable FileRefusal refusal) {}

    @PostMapping("/media/uploads")
    ResponseEntity<Told> take(
            @RequestParam long conversation,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "any") String as,
            HttpServletRequest request)
            throws IOException, InterruptedException {
        try {
            SendLimits.DOCUMENT.requireFitting(request.getContentLengthLong());
            return uploads.take(
                            currentAgent.of(request),
                            new ConversationId(conversation),
                            intent(as),
                            name,
                            request.getInputStream())
                    .map(UploadController::taken)
                    .orElse(ResponseEntity.notFound().build());
        } catch (RefusedFileException e) {
            return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT)
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(new Told(null, null, null, e.refusal()));
        }
    }

    private static ResponseEntity<Told> taken(Upload upload) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(new Told(upload.id(), upload.kind(), upload.file().fileName(), null));
    }

    private static UploadIntent intent(String as) {
        return switch (as.toLowerCase(Locale.ROOT)) {
            case "document" -> UploadIntent.DOCUMENT;
            case "voice" -> UploadIntent.VOICE;
            default -> UploadIntent.ANY;
        };
    }
}
