package app.parley.shell;

import app.parley.team.AgentChanged;
import app.parley.team.AgentId;
import app.parley.team.CurrentAgent;
import app.parley.team.Team;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.core.session.SessionInformation;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Ends the sessions of whoever may no longer have them: who was disabled, has another role, or another password. At
 * once, and within seconds where another process made the change. Their tabs are led to the login.
 */
@Component
class OpenSessions implements VaadinServiceInitListener {

    private final SessionRegistry registry;
    private final CurrentAgent currentAgent;
    private final Team team;
    private final Map<VaadinSession, AgentId> screens = new ConcurrentHashMap<>();

    OpenSessions(SessionRegistry registry, CurrentAgent currentAgent, Team team) {
        this.registry = registry;
        this.currentAgent = currentAgent;
        this.team = team;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource()
                .addUIInitListener(init -> currentAgent
                        .find()
                        .ifPresent(agent -> screens.put(init.getUI().getSession(), agent.requireId())));
        event.getSource().addSessionDestroyListener(destroy -> screens.remove(destroy.getSession()));
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(AgentChanged changed) {
        look();
    }

    @Scheduled(initialDelay = 3, fixedDelay = 3, timeUnit = TimeUnit.SECONDS)
    void look() {
        for (Object principal : registry.getAllPrincipals()) {
            if (principal instanceof SignedInAgent agent && !agent.mayStay(team.byId(agent.agentId()))) {
                registry.getAllSessions(principal, false).forEach(SessionInformation::expireNow);
                screens.entrySet().stream()
                        .filter(screen -> screen.getValue().equals(agent.agentId()))
                        .forEach(screen -> leave(screen.getKey()));
            }
        }
    }

    /** Asked for anything, an ended session leads to the login; so the tabs only need to ask. */
    // Vaadin tells the session's error handler what goes wrong in there.
    @SuppressWarnings("FutureReturnValueIgnored")
    private static void leave(VaadinSession session) {
        session.access(() -> session.getUIs().forEach(ui -> {
            ui.getPage().setLocation("login");
            ui.push();
        }));
    }
}
