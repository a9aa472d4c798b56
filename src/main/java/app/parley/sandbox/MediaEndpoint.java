package app.parley.sandbox;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import tools.jackson.databind.node.ObjectNode;

/** Uploading, finding, fetching and deleting files (contract section 5), and numbers by their id (section 9). */
@SandboxComponent
@RestController
final class MediaEndpoint {

    private static final Duration URL_LIVES = Duration.ofMinutes(5);

    private final SandboxMediaStore media;
    private final Phones phones;
    private final AnalyticsStore analytics;
    private final AccountState state;
    private final AccountFinder account;
    private final GraphAnswers answers;
    private final SandboxRecord record;
    private final Clock clock;

    MediaEndpoint(
            SandboxMediaStore media,
            Phones phones,
            AnalyticsStore analytics,
            AccountState state,
            AccountFinder account,
            GraphAnswers answers,
            SandboxRecord record,
            Clock clock) {
        this.media = media;
        this.phones = phones;
        this.analytics = analytics;
        this.state = state;
        this.account = account;
        this.answers = answers;
        this.record = record;
        this.clock = clock;
    }

    @PostMapping("/sandbox/graph/{version}/{phoneNumberId}/media")
    ResponseEntity<byte[]> upload(
            @PathVariable String phoneNumberId,
            @RequestParam(name = "messaging_product", defaultValue = "") String product,
            @RequestParam(required = false) @Nullable MultipartFile file,
            HttpServletRequest request)
            throws IOException {
        if (phones.number(phoneNumberId).isEmpty()) {
            throw GraphAnswers.unknown(request, phoneNumberId);
        }
        if (!product.equals("whatsapp") || file == null || file.getContentType() == null) {
            throw GraphError.badParameter(100, "messaging_product and a file with its type are required.");
        }
        UploadCheck.check(file.getContentType(), file.getSize());
        String name = Optional.ofNullable(file.getOriginalFilename()).orElse("file");
        StoredMedia kept = media.keep(new StoredMedia(MetaIds.media(), name, file.getContentType(), file.getBytes()));
        return answers.ok(request, MetaJson.object().put("id", kept.id()));
    }

    /** Numbers, accounts and files are all asked for by their bare id. */
    @GetMapping("/sandbox/graph/{version}/{id}")
    ResponseEntity<byte[]> find(
            @PathVariable String id,
            @RequestParam(defaultValue = NumbersEndpoint.SOME_FIELDS) String fields,
            HttpServletRequest request) {
        Optional<ObjectNode> number = phones.number(id).map(it -> NumberShape.select(it, fields, state));
        Optional<ObjectNode> found = number.or(() -> analytics.answer(id, fields))
                .or(() -> account.find(id, request.getParameter("appsecret_proof")))
                .or(() -> media.find(id).map(it -> shape(it, request)));
        return answers.ok(request, found.orElseThrow(() -> GraphAnswers.unknown(request, id)));
    }

    @GetMapping("/sandbox/graph/attachments")
    ResponseEntity<byte[]> fetch(@RequestParam String mid, @RequestParam long ext, HttpServletRequest request) {
        StoredMedia found = media.find(mid).orElse(null);
        int status = found == null || clock.instant().getEpochSecond() > ext ? 404 : 200;
        record.request(request, status, null);
        if (found == null || status == 404) {
            return ResponseEntity.notFound().build();
        }
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(found.mimeType()))
                .body(found.content());
    }

    @DeleteMapping("/sandbox/graph/{version}/{mediaId}")
    ResponseEntity<byte[]> delete(@PathVariable String mediaId, HttpServletRequest request) {
        if (!media.delete(mediaId)) {
            throw GraphAnswers.unknown(request, mediaId);
        }
        return answers.success(request);
    }

    private ObjectNode shape(StoredMedia file, HttpServletRequest request) {
        Instant until = clock.instant().plus(URL_LIVES);
        String url = ServletUriComponentsBuilder.fromContextPath(request)
                .path("/sandbox/graph/attachments")
                .queryParam("mid", file.id())
                .queryParam("ext", until.getEpochSecond())
                .queryParam("hash", file.sha256Hex().substring(0, 20))
                .toUriString();
        return MetaJson.object()
                .put("messaging_product", "whatsapp")
                .put("url", url)
                .put("mime_type", file.mimeType())
                .put("sha256", file.sha256Hex())
                .put("file_size", file.content().length)
                .put("id", file.id());
    }
}
