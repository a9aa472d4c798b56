package app.parley.conversations;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file of ours on its way.
 *
 * @param digest names the bytes in the media store
 * @param mediaRef Meta's id of it, valid for 30 days from {@code uploadedAt} on; null until it is uploaded
 */
public record OutgoingFile(
        String digest,
        String contentType,
        @Nullable String fileName,
        @Nullable String mediaRef,
        @Nullable Instant uploadedAt) {}
