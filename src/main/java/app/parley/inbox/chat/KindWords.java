package app.parley.inbox.chat;

import app.parley.conversations.ChatMessage;
import com.vaadin.flow.component.Component;
import org.jspecify.annotations.Nullable;

/** Says what a message is, when its text alone does not. */
final class KindWords {

    private KindWords() {}

    static @Nullable String of(ChatMessage message, Component words) {
        boolean hasText = message.text() != null && !message.text().isBlank();
        return switch (message.kind()) {
            case TEXT -> null;
            // A tapped button or a filled template reads like a text; only when nothing is left of it, it is named.
            case BUTTON, INTERACTIVE, TEMPLATE -> hasText ? null : name(message, words);
            default -> name(message, words);
        };
    }

    private static String name(ChatMessage message, Component words) {
        return words.getTranslation("chat.kind." + message.kind());
    }
}
