package app.parley.inbox;

import com.vaadin.flow.component.UI;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Reads for one browser tab, never under its session's lock, and one read after another: what is shown last is what
 * was read last.
 */
final class TabReader implements Executor {

    private final UI ui;
    private final Executor turns;

    /** @param turns runs one read after another */
    TabReader(UI ui, Executor turns) {
        this.ui = ui;
        this.turns = turns;
    }

    <T> void read(Supplier<T> query, Consumer<T> show) {
        execute(() -> {
            T result = query.get();
            show(() -> show.accept(result));
        });
    }

    /** Shows something in the tab, unless it is gone. */
    void show(Runnable change) {
        ui.accessLater(change::run, () -> {}).run();
    }

    @Override
    public void execute(Runnable work) {
        turns.execute(() -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                // Thrown again where the tab's error handler sees it.
                show(() -> {
                    throw e;
                });
            }
        });
    }
}
