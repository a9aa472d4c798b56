package app.parley.conversations;

import org.jspecify.annotations.Nullable;

/**
 * A file that an agent sends, as the media package keeps it.
 *
 * @param digest names the bytes in the media store
 * @param contentType what we found it to be
 * @param size bytes
 * @param width pixels, upright, as {@code height}; null when it has none
 * @param thumbnail whether there is a smaller picture of it
 */
public record OwnFile(
        String digest,
        String contentType,
        String fileName,
        long size,
        @Nullable Integer width,
        @Nullable Integer height,
        boolean thumbnail) {}
