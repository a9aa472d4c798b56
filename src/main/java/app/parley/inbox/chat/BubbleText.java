package app.parley.inbox.chat;

import app.parley.cloudapi.MessageDetails;
import app.parley.conversations.Attachment;
import app.parley.conversations.ChatMessage;
import org.jspecify.annotations.Nullable;

/** The words that stand in a bubble beside its file and its card: not what those say already. */
final class BubbleText {

    private BubbleText() {}

    static @Nullable String of(ChatMessage message) {
        String text = message.text();
        MessageDetails details = message.details();
        Attachment file = message.attachment();
        boolean said = switch (message.kind()) {
            // Without a caption, the list calls a document by its name.
            case DOCUMENT -> file != null && text != null && text.equals(file.fileName());
            case LOCATION -> details != null && details.place() != null;
            case CONTACTS -> details != null && !details.contacts().isEmpty();
            default -> false;
        };
        return said ? null : text;
    }
}
