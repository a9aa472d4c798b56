package app.parley.inbox.chat;

import com.vaadin.flow.component.UI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * A tab's push connection, looked at while its agent types: once it is cut, nobody knows whether they still do. Flow
 * notices the cut but tells nobody, so it is asked.
 */
final class PushConnection {

    /** After its last sign, typing ends by itself. */
    private static final Duration WORTH_WATCHING = Duration.ofSeconds(6);

    private static final Executor LATER =
            CompletableFuture.delayedExecutor(250, TimeUnit.MILLISECONDS, Thread::startVirtualThread);

    private final Runnable cut;
    private boolean watching;
    private long until;

    PushConnection(Runnable cut) {
        this.cut = cut;
    }

    /** To be called, under the session's lock, at every sign of typing. */
    void watch(UI ui) {
        until = System.nanoTime() + WORTH_WATCHING.toNanos();
        if (!watching) {
            watching = true;
            lookLater(ui, false);
        }
    }

    /** @param missed whether it was down at the last look: between two long polls it is, for a moment */
    private void lookLater(UI ui, boolean missed) {
        LATER.execute(ui.accessLater(() -> look(ui, missed), () -> {}));
    }

    private void look(UI ui, boolean missed) {
        boolean down = !ui.getInternals().getPushConnection().isConnected();
        if (down && missed) {
            cut.run();
        }
        watching = !(down && missed) && System.nanoTime() - until < 0;
        if (watching) {
            lookLater(ui, down);
        }
    }
}
