package app.parley.inbox;

import com.vaadin.flow.component.UI;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Reads for one browser tab, never under its session's lock, and one read after another: what is shown last is what
 * was read last.
 */
final class Reader implements Executor {

    private final UI ui;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("inbox-reader").factory());

    Reader(UI ui) {
        this.ui = ui;
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
        thread.execute(() -> {
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

    void close() {
        thread.shutdown();
    }
}
