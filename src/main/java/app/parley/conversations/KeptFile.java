package app.parley.conversations;

import org.jspecify.annotations.Nullable;

/**
 * The file of a message, as we keep it. The name is the sender's own word and may be hostile; digest and content type
 * are what we found ourselves.
 */
public record KeptFile(
        String digest,
        long size,
        String contentType,
        @Nullable String fileName,
        boolean thumbnail) {}
