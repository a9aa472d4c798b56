package app.parley.live;

import app.parley.foundation.Trouble;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs one piece of work after another, on a virtual thread that lives only while there is some. */
final class SerialExecutor implements Executor {

    private static final Logger log = LoggerFactory.getLogger(SerialExecutor.class);

    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private boolean running;

    @Override
    public synchronized void execute(Runnable work) {
        waiting.add(work);
        if (!running) {
            running = true;
            Thread.ofVirtual().name("browser").start(this::runAll);
        }
    }

    private void runAll() {
        for (Runnable work = next(); work != null; work = next()) {
            try {
                work.run();
            } catch (RuntimeException | Error e) {
                log.error("Work for a browser failed: {}", Trouble.in(e));
            }
        }
    }

    private synchronized @Nullable Runnable next() {
        Runnable work = waiting.poll();
        running = work != null;
        return work;
    }
}
