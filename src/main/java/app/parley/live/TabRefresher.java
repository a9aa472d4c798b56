package app.parley.live;

import app.parley.foundation.Trouble;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Refreshes what one browser tab shows: what changed is read again and shown, at once the first time, then at most five times a
 * second, everything that was read together in one push. Reads never overlap and never hold the tab's lock, so what is
 * shown last is what was read last.
 */
public final class TabRefresher implements Executor {

    private static final Logger log = LoggerFactory.getLogger(TabRefresher.class);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final Executor reading = new SerialExecutor();
    private final Coalescer coalescer = new Coalescer(PAUSE, reading, this::refresh);
    private final Set<Part> requested = new LinkedHashSet<>();
    private final Consumer<Runnable> access;

    /** @param access runs a change under the tab's lock, unless the tab is gone */
    public TabRefresher(Consumer<Runnable> access) {
        this.access = access;
    }

    /** Asks for this part of the page to be read and shown again; cheap, and never waits. */
    public void request(Part part) {
        synchronized (requested) {
            requested.add(part);
        }
        coalescer.request();
    }

    /** Runs a read of another occasion, in turn with the refreshes' own. */
    @Override
    public void execute(Runnable read) {
        reading.execute(read);
    }

    private void refresh() {
        List<Runnable> changes = drain().stream().map(this::read).toList();
        access.accept(() -> changes.forEach(Runnable::run));
    }

    /** A part that cannot be read stays as it was and is tried again; the others go on. */
    private Runnable read(Part part) {
        try {
            return part.read();
        } catch (RuntimeException e) {
            log.error("A part of a page could not be read again: {}", Trouble.in(e));
            request(part);
            return () -> {};
        }
    }

    private List<Part> drain() {
        synchronized (requested) {
            List<Part> parts = List.copyOf(requested);
            requested.clear();
            return parts;
        }
    }

    /** A part of a page that shows something live. */
    @FunctionalInterface
    public interface Part {

        /** Reads, without the tab's lock. @return shows what was read, under the lock */
        Runnable read();
    }
}
