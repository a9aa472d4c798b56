package app.parley.media;

import app.parley.conversations.KeptFile;
import app.parley.conversations.MessageFiles;
import app.parley.conversations.MessageId;
import app.parley.team.CurrentAgent;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Serves files to agents who may use the message's number; for anybody else there are none. Whatever a customer sent,
 * nothing in it runs: only what browsers show and play safely opens in them, everything else is a download, and even
 * that could not reach our pages.
 */
@RestController
class MediaController {

    private static final String NOTHING_RUNS = "default-src 'none'; img-src 'self'; media-src 'self';"
            + " style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox";

    private final MessageFiles files;
    private final MediaStore mediaStore;
    private final Media media;
    private final Sniffer sniffer;
    private final CurrentAgent currentAgent;

    MediaController(
            MessageFiles files, MediaStore mediaStore, Media media, Sniffer sniffer, CurrentAgent currentAgent) {
        this.files = files;
        this.media = media;
        this.mediaStore = mediaStore;
        this.sniffer = sniffer;
        this.currentAgent = currentAgent;
    }

    /** @param download present, with any value or none, to save the file rather than show it */
    @GetMapping("/media/{message:\\d{1,18}}")
    ResponseEntity<Resource> file(
            @PathVariable long message,
            @RequestParam(required = false) @Nullable String download,
            HttpServletRequest request,
            HttpServletResponse response) {
        KeptFile file = kept(request, message).orElse(null);
        if (file == null) {
            return ResponseEntity.notFound().build();
        }
        boolean shown = InlineTypes.include(file.contentType());
        String name = name(file, message);
        ContentDisposition disposition = (shown && download == null
                        ? ContentDisposition.inline()
                        : ContentDisposition.attachment())
                .filename(name, StandardCharsets.UTF_8)
                .build();
        MediaType type = shown ? MediaType.parseMediaType(file.contentType()) : MediaType.APPLICATION_OCTET_STREAM;
        return serve(mediaStore.file(file.digest()), file.digest(), type, disposition, response);
    }

    @GetMapping("/media/{message:\\d{1,18}}/thumbnail")
    ResponseEntity<Resource> thumbnail(
            @PathVariable long message, HttpServletRequest request, HttpServletResponse response) throws IOException {
        KeptFile file = kept(request, message).filter(KeptFile::thumbnail).orElse(null);
        if (file == null) {
            return ResponseEntity.notFound().build();
        }
        Path picture = mediaStore.thumbnail(file.digest());
        if (!Files.exists(picture)) {
            return ResponseEntity.notFound().build();
        }
        MediaType type = MediaType.parseMediaType(sniffer.typeOf(picture));
        return serve(
                picture,
                file.digest() + ".thumb",
                type,
                ContentDisposition.inline().build(),
                response);
    }

    private Optional<KeptFile> kept(HttpServletRequest request, long message) {
        MessageId id = new MessageId(message);
        Optional<KeptFile> kept = files.kept(currentAgent.of(request), id);
        if (kept.isPresent() && !mediaStore.has(kept.get().digest())) {
            media.lost(id);
            return Optional.empty();
        }
        return kept;
    }

    private String name(KeptFile file, long message) {
        String ours = "whatsapp-" + message + sniffer.endingOf(file.contentType());
        return file.fileName() == null ? ours : FileName.clean(file.fileName(), ours);
    }

    private static ResponseEntity<Resource> serve(
            Path path, String tag, MediaType type, ContentDisposition disposition, HttpServletResponse response) {
        if (!Files.exists(path)) {
            return ResponseEntity.notFound().build();
        }
        // In the place of those that our pages bear, which were written before this.
        response.setHeader("Content-Security-Policy", NOTHING_RUNS);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
        return ResponseEntity.ok()
                .eTag("\"" + tag + "\"")
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .body(new FileSystemResource(path));
    }
}
