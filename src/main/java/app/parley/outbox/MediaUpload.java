package app.parley.outbox;

import app.parley.cloudapi.GraphError;
import app.parley.cloudapi.MediaClient;
import app.parley.cloudapi.SendOutcome;
import app.parley.cloudapi.UploadOutcome;
import app.parley.conversations.Deliveries;
import app.parley.conversations.Outgoing;
import app.parley.conversations.OutgoingFile;
import app.parley.conversations.UploadedFile;
import app.parley.media.MediaFiles;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes a message's file to WhatsApp before the message itself. Nothing reaches the customer by that, so an upload that
 * failed is simply tried again; what WhatsApp has already is not taken there a second time.
 */
@Component
class MediaUpload {

    /** Contract section 5: ids of uploads live for 30 days. */
    private static final Duration REUSED_FOR = Duration.ofDays(29);

    private static final int MEDIA_TROUBLE = 131053;

    /** What a send is refused with when WhatsApp no longer has the file, or not for this number. */
    private static final Set<Integer> NOT_THERE = Set.of(100, 131009, MEDIA_TROUBLE);

    private final MediaClient meta;
    private final MediaFiles mediaFiles;
    private final Deliveries deliveries;
    private final Clock clock;

    MediaUpload(MediaClient meta, MediaFiles mediaFiles, Deliveries deliveries, Clock clock) {
        this.meta = meta;
        this.mediaFiles = mediaFiles;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    /**
     * Sends with the id of the file, which is null when there is none; a second time with a fresh one when WhatsApp
     * turned away an id that it gave us earlier.
     */
    SendOutcome with(
            Outgoing outgoing, String phoneNumberId, String token, Function<@Nullable String, SendOutcome> send)
            throws InterruptedException {
        OutgoingFile file = outgoing.file();
        if (file == null) {
            return send.apply(null);
        }
        Optional<UploadedFile> earlier = earlier(outgoing, file);
        if (earlier.isPresent()) {
            // Written before it is sent: a message whose file is not marked so has surely not been on the wire.
            deliveries.uploaded(outgoing.id(), earlier.get());
            SendOutcome outcome = send.apply(earlier.get().mediaRef());
            if (!(outcome instanceof SendOutcome.Refused refused)
                    || !NOT_THERE.contains(refused.error().code())) {
                return outcome;
            }
        }
        return switch (upload(file, phoneNumberId, token)) {
            case UploadOutcome.Uploaded uploaded -> {
                deliveries.uploaded(outgoing.id(), new UploadedFile(uploaded.mediaId(), clock.instant()));
                yield send.apply(uploaded.mediaId());
            }
            case UploadOutcome.Refused refused -> new SendOutcome.Refused(refused.error(), null);
            case UploadOutcome.NotUploaded notUploaded -> new SendOutcome.NotSent(notUploaded.reason());
            case UploadOutcome.Missing missing ->
                new SendOutcome.Refused(new GraphError(MEDIA_TROUBLE, "The file is no longer here"), null);
        };
    }

    private Optional<UploadedFile> earlier(Outgoing outgoing, OutgoingFile file) {
        Instant since = clock.instant().minus(REUSED_FOR);
        Instant uploaded = file.uploadedAt();
        return file.mediaRef() != null && uploaded != null && uploaded.isAfter(since)
                ? Optional.of(new UploadedFile(file.mediaRef(), uploaded))
                : deliveries.uploadedSince(outgoing, since);
    }

    private UploadOutcome upload(OutgoingFile file, String phoneNumberId, String token) throws InterruptedException {
        Optional<Path> path = mediaFiles.file(file.digest());
        String name = Objects.requireNonNullElse(file.fileName(), "file");
        return path.isEmpty()
                ? new UploadOutcome.Missing()
                : meta.upload(phoneNumberId, token, path.get(), file.contentType(), name);
    }
}
