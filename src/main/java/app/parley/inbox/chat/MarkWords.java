package app.parley.inbox.chat;

import app.parley.conversations.ChatMessage;
import app.parley.conversations.Forwarded;
import app.parley.conversations.MessageKind;
import com.vaadin.flow.component.Component;
import org.jspecify.annotations.Nullable;

/** How a message came about: passed on, or tapped rather than typed. */
final class MarkWords {

    private MarkWords() {}

    static @Nullable String of(ChatMessage message, Component words) {
        if (message.revoked()) {
            return null;
        }
        if (message.forwarded() != null) {
            return words.getTranslation(message.forwarded() == Forwarded.OFTEN ? "chat.mark.often" : "chat.mark.once");
        }
        boolean hasText = message.text() != null && !message.text().isBlank();
        if (message.kind() == MessageKind.BUTTON && hasText) {
            return words.getTranslation("chat.mark.tapped");
        }
        if (message.kind() != MessageKind.INTERACTIVE || !hasText) {
            return null;
        }
        var details = message.details();
        if (details != null && !details.answers().isEmpty()) {
            return words.getTranslation("chat.mark.filled");
        }
        return words.getTranslation(
                details != null && details.description() != null ? "chat.mark.chosen" : "chat.mark.tapped");
    }
}
