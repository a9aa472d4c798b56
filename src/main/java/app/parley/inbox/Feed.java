package app.parley.inbox;

import app.parley.conversations.ConversationId;
import app.parley.conversations.ConversationRow;
import app.parley.conversations.InboxQueries;
import app.parley.conversations.NumberCount;
import app.parley.live.LiveUpdates;
import app.parley.live.Typing;
import app.parley.team.AgentId;
import com.vaadin.flow.component.UI;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Hears what changes while a browser shows the inbox, reads it again, and tells the screen: at most five times a second. */
final class Feed {

    private static final Duration PAUSE = Duration.ofMillis(200);

    private final AgentId agent;
    private final InboxQueries queries;
    private final Screen screen;
    private final Reader reader;
    private final Coalescer coalescer;
    private final Set<ConversationId> changed = ConcurrentHashMap.newKeySet();
    private final Set<ConversationId> typing = ConcurrentHashMap.newKeySet();
    private final List<Runnable> subscriptions;

    Feed(AgentId agent, InboxQueries queries, LiveUpdates updates, Typing typists, UI ui, Screen screen) {
        this.agent = agent;
        this.queries = queries;
        this.screen = screen;
        this.reader = new Reader(ui);
        this.coalescer = new Coalescer(PAUSE, reader, this::refresh);
        this.subscriptions = List.of(
                updates.listen(change -> ring(changed, change.conversation())),
                typists.listen(conversation -> ring(typing, conversation)));
    }

    Reader reader() {
        return reader;
    }

    void close() {
        subscriptions.forEach(Runnable::run);
        reader.close();
    }

    private void ring(Set<ConversationId> set, ConversationId conversation) {
        set.add(conversation);
        coalescer.ring();
    }

    private void refresh() {
        Set<ConversationId> ids = drain(changed);
        Set<ConversationId> typed = drain(typing);
        if (!ids.isEmpty()) {
            List<NumberCount> numbers = queries.numbers(agent);
            List<ConversationRow> rows = queries.rows(agent, ids);
            reader.show(() -> screen.changed(numbers, ids, rows));
        }
        if (!typed.isEmpty()) {
            reader.show(() -> screen.typingChanged(typed));
        }
    }

    /** Takes what is there now; what comes meanwhile rings again. */
    private static Set<ConversationId> drain(Set<ConversationId> set) {
        Set<ConversationId> taken = new HashSet<>(set);
        set.removeAll(taken);
        return taken;
    }

    /** Called under the session's lock. */
    interface Screen {

        /** @param rows how the changed conversations are now; one that is missing no longer exists for this agent */
        void changed(List<NumberCount> numbers, Set<ConversationId> changed, List<ConversationRow> rows);

        void typingChanged(Set<ConversationId> conversations);
    }
}
