package app.parley.inbox.chat;

import app.parley.conversations.ConversationChanged;
import app.parley.conversations.ConversationId;
import app.parley.live.LiveUpdates;
import app.parley.live.TabRefresher;
import app.parley.live.Typing;
import app.parley.numbers.NumberPaused;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import java.util.Objects;

/** Brings what changed to one open chat, with its tab's refresher. */
final class ChatLive {

    private final TabRefresher refresher;
    private final ChatPanel chat;
    private final TabRefresher.Part messages;
    private final Runnable stopUpdates;
    private final Runnable stopTyping;

    ChatLive(UI ui, LiveUpdates updates, Typing typing, ChatPanel chat) {
        this.refresher = Objects.requireNonNull(ComponentUtil.getData(ui, TabRefresher.class));
        this.chat = chat;
        this.messages = chat::readAgain;
        TabRefresher.Part typists = () -> chat::showTypists;
        stopUpdates = updates.listen(new LiveUpdates.Listener() {
            @Override
            public void changed(ConversationChanged change) {
                ringIfShown(change.conversation(), messages);
            }

            @Override
            public void paused(NumberPaused paused) {
                refresh();
            }

            @Override
            public void numbersChanged() {
                refresh();
            }
        });
        stopTyping = typing.listen(conversation -> ringIfShown(conversation, typists));
    }

    void refresh() {
        refresher.request(messages);
    }

    void close() {
        stopUpdates.run();
        stopTyping.run();
    }

    /** While no conversation is open, the count of waiting messages is what is shown. */
    private void ringIfShown(ConversationId changed, TabRefresher.Part part) {
        if (chat.conversation().map(changed::equals).orElse(true)) {
            refresher.request(part);
        }
    }
}
