package app.parley.inbox.chat;

import app.parley.conversations.Content;
import app.parley.conversations.MessageKind;
import app.parley.media.Upload;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one press of "Send" sends: the words below the first file, where WhatsApp shows words below such a file, else
 * before it; and each file as a message of its own.
 */
final class ComposedMessages {

    private ComposedMessages() {}

    static List<Content> of(String text, List<Upload> files) {
        List<Content> contents = new ArrayList<>();
        boolean below = !files.isEmpty() && takesCaption(files.getFirst().kind());
        if (files.isEmpty() || (!below && !text.isBlank())) {
            contents.add(new Content.Text(text));
        }
        for (int i = 0; i < files.size(); i++) {
            Upload upload = files.get(i);
            @Nullable String caption = below && i == 0 && !text.isBlank() ? text : null;
            contents.add(new Content.File(upload.kind(), upload.file(), caption));
        }
        return contents;
    }

    private static boolean takesCaption(MessageKind kind) {
        return kind == MessageKind.IMAGE || kind == MessageKind.VIDEO || kind == MessageKind.DOCUMENT;
    }
}
