package app.parley.inbox.chat;

import app.parley.conversations.ChatMessage;
import app.parley.conversations.MessageKind;
import com.vaadin.flow.component.Component;
import org.jspecify.annotations.Nullable;

/** Says what a message is, when nothing else of it does. */
final class KindWords {

    private KindWords() {}

    /** Null when its words, its file or its card say enough. */
    static @Nullable String of(ChatMessage message, Component words) {
        boolean hasText = message.text() != null && !message.text().isBlank();
        boolean hasMore = message.attachment() != null || message.details() != null;
        return switch (message.kind()) {
            // A tapped button or a filled template reads like a text; only when nothing is left of it, it is named.
            case TEXT, BUTTON, INTERACTIVE, TEMPLATE -> hasText || hasMore ? null : name(message.kind(), words);
            // It looks like a text, and must not be taken for one.
            case UNSUPPORTED -> name(message.kind(), words);
            default -> hasMore ? null : name(message.kind(), words);
        };
    }

    /** One line for a quote: its words, or what it is. */
    static String gist(MessageKind kind, String text, Component words) {
        return switch (kind) {
            case TEXT, BUTTON, INTERACTIVE, TEMPLATE -> text.isEmpty() ? name(kind, words) : text;
            default -> text.isEmpty() ? name(kind, words) : sign(name(kind, words)) + text;
        };
    }

    private static String name(MessageKind kind, Component words) {
        return words.getTranslation("chat.kind." + kind);
    }

    /** The emoji that a kind's name begins with. */
    private static String sign(String name) {
        int space = name.indexOf(' ');
        return space > 0 && !Character.isLetter(name.codePointAt(0)) ? name.substring(0, space + 1) : "";
    }
}
