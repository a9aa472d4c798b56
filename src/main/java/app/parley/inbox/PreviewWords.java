package app.parley.inbox;

import app.parley.conversations.MessageKind;
import app.parley.conversations.Preview;
import com.vaadin.flow.component.Component;
import org.jspecify.annotations.Nullable;

/** Says in one line what the last message is: its text, or what kind of thing was sent. */
final class PreviewWords {

    private final Component screen;

    PreviewWords(Component screen) {
        this.screen = screen;
    }

    String of(@Nullable Preview preview) {
        if (preview == null) {
            return "";
        }
        String text = preview.text() == null ? "" : preview.text().strip();
        MessageKind kind = preview.kind();
        if (preview.revoked()) {
            return screen.getTranslation("inbox.preview.revoked");
        }
        if (kind == MessageKind.REACTION) {
            return reaction(text, preview.reactedTo());
        }
        if (kind == MessageKind.DOCUMENT && text.isEmpty() && preview.fileName() != null) {
            return icon(kind) + PlainName.of(preview.fileName()).strip();
        }
        // Of notices we have words of our own.
        if (text.isEmpty() || kind == MessageKind.SYSTEM) {
            return icon(kind) + screen.getTranslation("inbox.preview." + kind);
        }
        return icon(kind) + text;
    }

    private String reaction(String emoji, @Nullable String reactedTo) {
        if (emoji.isEmpty()) {
            return screen.getTranslation("inbox.preview.reaction-removed");
        }
        return reactedTo == null
                ? screen.getTranslation("inbox.preview.reaction", emoji)
                : screen.getTranslation("inbox.preview.reaction-to", emoji, reactedTo.strip());
    }

    private static String icon(MessageKind kind) {
        return switch (kind) {
            case IMAGE -> "📷 ";
            case VIDEO -> "🎬 ";
            case AUDIO -> "🎵 ";
            case VOICE -> "🎤 ";
            case DOCUMENT -> "📄 ";
            case STICKER -> "🏷️ ";
            case LOCATION -> "📍 ";
            case CONTACTS -> "👤 ";
            case ORDER -> "🛒 ";
            case REACTION, TEXT, BUTTON, INTERACTIVE, SYSTEM, EDIT, REVOKE, TEMPLATE, UNSUPPORTED -> "";
        };
    }
}
