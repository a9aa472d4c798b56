package app.parley.inbox.chat;

import app.parley.conversations.Attachment;
import app.parley.conversations.AttachmentState;
import app.parley.conversations.ChatMessage;
import app.parley.conversations.MessageKind;
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
        @Nullable String note) {

    /** What every browser draws or plays by itself; anything else is a file to download. */
    private static final Set<String> PICTURES = Set.of("image/jpeg", "image/png", "image/gif", "image/webp");

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
                file.size() == null ? null : FileWords.size(file.size(), Wording.readersLocale(), words),
                file.width(),
                file.height(),
                file.thumbnail(),
                note(file, words));
    }

    /** What the sender calls it counts only as long as the file does not say otherwise. */
    private static String as(MessageKind kind, @Nullable String type) {
        boolean picture = type == null || PICTURES.contains(type);
        return switch (kind) {
            case IMAGE -> picture ? ("image/gif".equals(type) ? "gif" : "image") : "document";
            case STICKER -> picture ? "sticker" : "document";
            case VIDEO -> type == null || type.startsWith("video/") ? "video" : "document";
            case AUDIO -> isSound(type) ? "audio" : "document";
            case VOICE -> isSound(type) ? "voice" : "document";
            default -> "document";
        };
    }

    private static boolean isSound(@Nullable String type) {
        return type == null || type.startsWith("audio/") || type.equals("application/ogg");
    }

    private static @Nullable String note(Attachment file, Component words) {
        String reason = file.reason();
        if (file.state() == AttachmentState.KEPT) {
            return null;
        }
        if (file.state() == AttachmentState.WAITING) {
            return words.getTranslation(
                    reason == null || reason.equals("FETCHING") ? "chat.media.waiting" : "chat.media.again");
        }
        return words.getTranslation(
                "chat.media.gone." + (reason != null && REASONS.contains(reason) ? reason : "OTHER"));
    }
}
