package app.parley.shell;

import app.parley.conversations.ConversationChanged;
import app.parley.conversations.InboxQueries;
import app.parley.conversations.NumberCount;
import app.parley.live.LiveUpdates;
import app.parley.live.TabRefresher;
import app.parley.team.AgentId;
import java.util.function.IntConsumer;

/** Tells one browser how many messages are unseen in the numbers its agent may use, as often as that changes. */
final class UnseenTotal {

    private final InboxQueries queries;
    private final AgentId agent;
    private final IntConsumer show;
    private final Runnable stopListening;

    UnseenTotal(InboxQueries queries, LiveUpdates live, AgentId agent, TabRefresher refresher, IntConsumer show) {
        this.queries = queries;
        this.agent = agent;
        this.show = show;
        TabRefresher.Part part = this::readAgain;
        this.stopListening = live.listen(new LiveUpdates.Listener() {
            @Override
            public void changed(ConversationChanged change) {
                refresher.request(part);
            }

            @Override
            public void numbersChanged() {
                refresher.request(part);
            }
        });
        refresher.request(part);
    }

    void stop() {
        stopListening.run();
    }

    private Runnable readAgain() {
        int total =
                queries.numbers(agent).stream().mapToInt(NumberCount::unseen).sum();
        return () -> show.accept(total);
    }
}
