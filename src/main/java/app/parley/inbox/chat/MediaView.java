package app.parley.inbox.chat;

import app.parley.conversations.Attachment;
import app.parley.conversations.AttachmentState;
import app.parley.conversations.ChatMessage;
import app.parley.conversations.MessageKind;
import app.parley.media.InlineTypes;
import com.vaadin.flow.component.Component;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The file of a message as modules/bubble-media.js draws it.
 *
 * @param as image, gif, sticker, video, audio, voice or document
 * @param state waiting, kept or gone
 * @param label what it is, in a word
 * @param note why it is not here, in a sentence
 */
record MediaView(
        String as,
        String state,
        String label,
        String name,
        String badge,
        @Nullable String size,
        @Nullable Integer width,
        @Nullable Integer height,
        boolean thumbnail,
        @Nullable String note,
        boolean tryAgain) {

    private static final Set<String> REASONS =
            Set.of("UNREACHABLE", "REFUSED", "TOO_LARGE", "DAMAGED", "EXPIRED", "TOKEN", "NO_ROOM", "UNAVAILABLE");

    static @Nullable MediaView of(ChatMessage message, Component words) {
        Attachment file = message.attachment();
        if (file == null) {
            return null;
        }
        String label = words.getTranslation("chat.media." + message.kind());
        return new MediaView(
                as(message.kind(), file.contentType()),
                file.state().name().toLowerCase(Locale.ROOT),
                label,
                FileWords.name(file.fileName(), label),
                FileWords.badge(file.fileName(), file.contentType()),
                file.size() == null ? null : FileWords.size(file.size(), JsonAttribute.readersLocale(), words),
                file.width(),
                file.height(),
                file.thumbnail(),
                note(file, words),
                file.state() == AttachmentState.GONE || hasFailed(file));
    }

    /** What the sender calls it counts only as long as the file does not say otherwise. */
    private static String as(MessageKind kind, @Nullable String type) {
        return switch (kind) {
            case IMAGE -> isShown(type, "image/") ? ("image/gif".equals(type) ? "gif" : "image") : "document";
            case STICKER -> isShown(type, "image/") ? "sticker" : "document";
            case VIDEO -> isShown(type, "video/") ? "video" : "document";
            case AUDIO -> isShown(type, "audio/") ? "audio" : "document";
            case VOICE -> isShown(type, "audio/") ? "voice" : "document";
            case TEMPLATE -> ofTemplate(type);
            default -> "document";
        };
    }

    /** Above a template stands a picture, a video or a document. */
    private static String ofTemplate(@Nullable String type) {
        if (type == null || !InlineTypes.include(type)) {
            return "document";
        }
        return type.startsWith("image/") ? "image" : type.startsWith("video/") ? "video" : "document";
    }

    /** A file that is not here yet is taken for what it is to be; what browsers do not open is a file to download. */
    private static boolean isShown(@Nullable String type, String prefix) {
        return type == null || (type.startsWith(prefix) && InlineTypes.include(type));
    }

    private static @Nullable String note(Attachment file, Component words) {
        String reason = file.reason();
        if (file.state() == AttachmentState.KEPT) {
            return null;
        }
        if (file.state() == AttachmentState.WAITING) {
            return !hasFailed(file)
                    ? words.getTranslation("chat.media.waiting")
                    : words.getTranslation("chat.media.yet." + (REASONS.contains(reason) ? reason : "OTHER"));
        }
        return words.getTranslation(
                "chat.media.gone." + (reason != null && REASONS.contains(reason) ? reason : "OTHER"));
    }

    /** Whether fetching it was tried, and will be again. */
    private static boolean hasFailed(Attachment file) {
        return file.state() == AttachmentState.WAITING
                && file.reason() != null
                && !file.reason().equals("FETCHING");
    }
}
