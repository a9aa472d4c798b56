package app.parley.conversations;

import app.parley.cloudapi.InboundMedia;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A file that is announced: to be fetched at once, or already known not to be there. */
record NewAttachment(
        MessageId message,
        @Nullable String mediaRef,
        @Nullable String mimeType,
        @Nullable String sha256,
        @Nullable String fileName,
        boolean animated,
        AttachmentState state,
        @Nullable String reason,
        @Nullable Instant dueAt) {

    /** Inbound media that Meta could not fetch itself, for most over 100 MB (contract 4.2). */
    private static final int NOT_FETCHED = 131052;

    static NewAttachment of(NewMessage message, InboundMedia media) {
        return of(message.id(), message.receivedAt(), media);
    }

    static NewAttachment of(MessageId message, Instant receivedAt, InboundMedia media) {
        boolean fetchable = media.id() != null && media.error() == null;
        return new NewAttachment(
                message,
                cut(media.id(), 300),
                cut(media.mimeType(), 200),
                cut(media.sha256(), 100),
                cut(media.fileName(), 1000),
                media.animated(),
                fetchable ? AttachmentState.WAITING : AttachmentState.GONE,
                fetchable ? null : Integer.valueOf(NOT_FETCHED).equals(media.error()) ? "TOO_LARGE" : "UNAVAILABLE",
                fetchable ? receivedAt : null);
    }

    private static @Nullable String cut(@Nullable String text, int most) {
        return text == null || text.length() <= most ? text : text.substring(0, most);
    }
}
