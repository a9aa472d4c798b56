package app.parley.live;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Runs one piece of work after another, on a virtual thread that lives only while there is some. */
final class SerialExecutor implements Executor {

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
            work.run();
        }
    }

    private synchronized @Nullable Runnable next() {
        Runnable work = waiting.poll();
        running = work != null;
        return work;
    }
}
