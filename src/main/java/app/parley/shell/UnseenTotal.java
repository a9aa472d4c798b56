package app.parley.shell;

import app.parley.conversations.InboxQueries;
import app.parley.conversations.NumberCount;
import app.parley.live.LiveUpdates;
import app.parley.team.AgentId;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.function.SerializableConsumer;

/** Tells one browser how many messages are unseen in the numbers its agent may use, as often as that changes. */
final class UnseenTotal {

    private final InboxQueries queries;
    private final AgentId agent;
    private final UI ui;
    private final SerializableConsumer<Integer> show;
    private final Runnable stopListening;

    UnseenTotal(InboxQueries queries, LiveUpdates live, AgentId agent, UI ui, SerializableConsumer<Integer> show) {
        this.queries = queries;
        this.agent = agent;
        this.ui = ui;
        this.show = show;
        Coalesced refresh = new Coalesced(this::refresh);
        this.stopListening = live.listen(change -> refresh.ask());
        refresh.ask();
    }

    void stop() {
        stopListening.run();
    }

    /** Asks the database before it takes the session's lock. A browser that has gone meanwhile hears no more. */
    private void refresh() {
        int total =
                queries.numbers(agent).stream().mapToInt(NumberCount::unseen).sum();
        ui.accessLater(() -> show.accept(total), this::stop).run();
    }
}
