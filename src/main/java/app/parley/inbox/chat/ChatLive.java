package app.parley.inbox.chat;

import app.parley.conversations.ConversationId;
import app.parley.inbox.Coalescer;
import app.parley.live.LiveUpdates;
import app.parley.live.Typing;
import com.vaadin.flow.component.UI;
import java.time.Duration;

/** Brings what changed to one open chat: at once the first time, then at most five times a second. */
final class ChatLive {

    private static final Duration PAUSE = Duration.ofMillis(200);

    private final UI ui;
    private final ChatPanel chat;
    private final Coalescer changes;
    private final Coalescer typists;
    private final Runnable stopUpdates;
    private final Runnable stopTyping;

    ChatLive(UI ui, LiveUpdates updates, Typing typing, ChatPanel chat) {
        this.ui = ui;
        this.chat = chat;
        changes = new Coalescer(PAUSE, Thread::startVirtualThread, () -> access(chat.readAgain()));
        typists = new Coalescer(PAUSE, Thread::startVirtualThread, () -> access(chat::showTypists));
        stopUpdates = updates.listen(change -> {
            if (concerns(change.conversation())) {
                changes.ring();
            }
        });
        stopTyping = typing.listen(conversation -> {
            if (concerns(conversation)) {
                typists.ring();
            }
        });
    }

    void ring() {
        changes.ring();
    }

    void close() {
        stopUpdates.run();
        stopTyping.run();
    }

    /** While no conversation is open, the count of waiting messages is what is shown. */
    private boolean concerns(ConversationId conversation) {
        return chat.conversation().map(conversation::equals).orElse(true);
    }

    /** Shows it in the tab, unless that went away between the event and now. */
    private void access(Runnable change) {
        ui.accessLater(change::run, this::close).run();
    }
}
