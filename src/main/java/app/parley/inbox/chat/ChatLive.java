package app.parley.inbox.chat;

import app.parley.conversations.ConversationChanged;
import app.parley.conversations.ConversationId;
import app.parley.live.LiveUpdates;
import app.parley.live.Pulse;
import app.parley.live.Typing;
import app.parley.numbers.NumberPaused;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import java.util.Objects;

/** Brings what changed to one open chat, in its tab's pulse. */
final class ChatLive {

    private final Pulse pulse;
    private final ChatPanel chat;
    private final Pulse.Part messages;
    private final Runnable stopUpdates;
    private final Runnable stopTyping;

    ChatLive(UI ui, LiveUpdates updates, Typing typing, ChatPanel chat) {
        this.pulse = Objects.requireNonNull(ComponentUtil.getData(ui, Pulse.class));
        this.chat = chat;
        this.messages = chat::readAgain;
        Pulse.Part typists = () -> chat::showTypists;
        stopUpdates = updates.listen(new LiveUpdates.Listener() {
            @Override
            public void changed(ConversationChanged change) {
                ringIfShown(change.conversation(), messages);
            }

            @Override
            public void paused(NumberPaused paused) {
                ring();
            }
        });
        stopTyping = typing.listen(conversation -> ringIfShown(conversation, typists));
    }

    void ring() {
        pulse.ring(messages);
    }

    void close() {
        stopUpdates.run();
        stopTyping.run();
    }

    /** While no conversation is open, the count of waiting messages is what is shown. */
    private void ringIfShown(ConversationId changed, Pulse.Part part) {
        if (chat.conversation().map(changed::equals).orElse(true)) {
            pulse.ring(part);
        }
    }
}
