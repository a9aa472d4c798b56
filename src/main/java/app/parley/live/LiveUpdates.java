package app.parley.live;

import app.parley.conversations.ConversationChanged;
import app.parley.numbers.NumberPaused;
import app.parley.numbers.NumbersChanged;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Passes on what changed to the screens that listen, after commit and on the committing thread: listeners hand off. */
@Component
public class LiveUpdates {

    private final List<Listener> listeners = new CopyOnWriteArrayList<>();

    /** @return call it to stop listening */
    public Runnable listen(Listener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(ConversationChanged change) {
        listeners.forEach(listener -> listener.changed(change));
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(NumberPaused paused) {
        listeners.forEach(listener -> listener.paused(paused));
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(NumbersChanged change) {
        listeners.forEach(Listener::numbersChanged);
    }

    /** Must return at once. */
    @FunctionalInterface
    public interface Listener {
        void changed(ConversationChanged change);

        /** A number was paused, or sends again. */
        default void paused(NumberPaused paused) {}

        /** Which numbers somebody may see, or what those are called. */
        default void numbersChanged() {}
    }
}
