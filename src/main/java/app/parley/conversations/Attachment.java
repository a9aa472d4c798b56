package app.parley.conversations;

import org.jspecify.annotations.Nullable;

/**
 * The file of a message as the chat shows it; served at {@code /media/<message id>}.
 *
 * @param reason why it is not here, in one word of the media package's; null while there is none
 * @param contentType what we found it to be; null until it is kept
 * @param size bytes; null until it is kept
 * @param width pixels, upright, as {@code height}; null when it has none or they are not known
 * @param thumbnail whether there is a smaller picture of it
 */
public record Attachment(
        AttachmentState state,
        @Nullable String reason,
        @Nullable String fileName,
        @Nullable String contentType,
        @Nullable Long size,
        @Nullable Integer width,
        @Nullable Integer height,
        boolean animated,
        boolean thumbnail) {}
