package app.parley.inbox;

import app.parley.conversations.ConversationChanged;
import app.parley.conversations.ConversationId;
import app.parley.conversations.ConversationRow;
import app.parley.conversations.InboxQueries;
import app.parley.conversations.NumberCount;
import app.parley.live.LiveUpdates;
import app.parley.live.TabRefresher;
import app.parley.live.Typing;
import app.parley.team.AgentId;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Hears what changes while a browser shows the inbox, reads it again, and tells the screen. */
final class InboxUpdates {

    private final AgentId agent;
    private final InboxQueries queries;
    private final Screen screen;
    private final TabReader reader;
    private final TabRefresher refresher;
    private final TabRefresher.Part part = this::readAgain;
    private final Set<ConversationId> changed = ConcurrentHashMap.newKeySet();
    private final Set<ConversationId> typing = ConcurrentHashMap.newKeySet();
    private final List<Runnable> subscriptions;

    InboxUpdates(AgentId agent, InboxQueries queries, LiveUpdates updates, Typing typists, UI ui, Screen screen) {
        this.agent = agent;
        this.queries = queries;
        this.screen = screen;
        this.refresher = Objects.requireNonNull(ComponentUtil.getData(ui, TabRefresher.class));
        this.reader = new TabReader(ui, refresher);
        this.subscriptions =
                List.of(updates.listen(new Listener()), typists.listen(conversation -> refresh(typing, conversation)));
    }

    TabReader reader() {
        return reader;
    }

    void close() {
        subscriptions.forEach(Runnable::run);
    }

    private void refresh(Set<ConversationId> set, ConversationId conversation) {
        set.add(conversation);
        refresher.request(part);
    }

    private Runnable readAgain() {
        Set<ConversationId> ids = drain(changed);
        Set<ConversationId> typed = drain(typing);
        List<NumberCount> numbers;
        List<ConversationRow> rows;
        try {
            numbers = ids.isEmpty() ? List.of() : queries.numbers(agent);
            rows = ids.isEmpty() ? List.of() : queries.rows(agent, ids);
        } catch (RuntimeException e) {
            changed.addAll(ids);
            typing.addAll(typed);
            throw e;
        }
        return () -> {
            if (!ids.isEmpty()) {
                screen.changed(numbers, ids, rows);
            }
            if (!typed.isEmpty()) {
                screen.typingChanged(typed);
            }
        };
    }

    /** Takes what is there now; what comes meanwhile is requested again. */
    private static Set<ConversationId> drain(Set<ConversationId> set) {
        Set<ConversationId> taken = new HashSet<>(set);
        set.removeAll(taken);
        return taken;
    }

    private final class Listener implements LiveUpdates.Listener {

        private final TabRefresher.Part numbers = () -> screen::numbersChanged;

        @Override
        public void changed(ConversationChanged change) {
            refresh(changed, change.conversation());
        }

        @Override
        public void numbersChanged() {
            refresher.request(numbers);
        }
    }

    /** Called under the session's lock. */
    interface Screen {

        /** @param rows how the changed conversations are now; one that is missing no longer exists for this agent */
        void changed(List<NumberCount> numbers, Set<ConversationId> changed, List<ConversationRow> rows);

        void typingChanged(Set<ConversationId> conversations);

        /** Which numbers this agent may see, or what those are called: all that is listed is to be read again. */
        void numbersChanged();
    }
}
