package app.parley.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Lets go of tabs whose browser died without a word. Vaadin looks for them only when their session asks something,
 * which after a crash it may never do again; until then they listen to every change, and keep their memory.
 */
@Component
class DeadTabCleanup implements VaadinServiceInitListener {

    /** As patient as Vaadin is: a browser slows down what is not in view. */
    private static final int MISSED_HEARTBEATS = 3;

    private final Set<VaadinSession> sessions = ConcurrentHashMap.newKeySet();

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addSessionInitListener(init -> sessions.add(init.getSession()));
        event.getSource().addSessionDestroyListener(destroy -> sessions.remove(destroy.getSession()));
    }

    /** By the machine's clock, not ours: Vaadin notes its heartbeats by it. */
    @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
    // Vaadin tells the session's error handler what goes wrong in there.
    @SuppressWarnings("FutureReturnValueIgnored")
    void look() {
        long now = System.currentTimeMillis();
        sessions.forEach(session -> session.access(() -> close(session, now)));
    }

    /** Under the session's lock; {@code now} in milliseconds since 1970. */
    static void close(VaadinSession session, long now) {
        Duration interval = Duration.ofSeconds(session.getConfiguration().getHeartbeatInterval());
        long oldest = now - interval.multipliedBy(MISSED_HEARTBEATS).toMillis();
        List<UI> gone = session.getUIs().stream()
                .filter(ui -> ui.getInternals().getLastHeartbeatTimestamp() < oldest)
                .toList();
        gone.forEach(ui -> close(session, ui));
    }

    private static void close(VaadinSession session, UI ui) {
        UI before = UI.getCurrent();
        UI.setCurrent(ui); // Vaadin wants one while a tab is removed.
        try {
            ui.close();
            // What is in it hears that it is detached, and stops listening.
            session.removeUI(ui);
        } finally {
            UI.setCurrent(before);
        }
    }
}
