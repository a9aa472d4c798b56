package app.parley.shell;

import app.parley.team.AgentChanged;
import app.parley.team.AgentId;
import app.parley.team.CurrentAgent;
import app.parley.team.Login;
import app.parley.team.LoginsEnded;
import app.parley.team.OpenLogins;
import app.parley.team.Team;
import app.parley.team.TwoFactor;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedSession;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
class OpenSessions implements VaadinServiceInitListener, OpenLogins {

    private static final Logger log = LoggerFactory.getLogger(OpenSessions.class);

    /** Time for a browser to go where it is led, and for what is being answered to be answered. */
    private static final Executor A_MOMENT_LATER = CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS);

    private final SessionRegistry registry;
    private final CurrentAgent currentAgent;
    private final Team team;
    private final TwoFactor twoFactor;
    private final Clock clock;
    private final Map<VaadinSession, Screen> screens = new ConcurrentHashMap<>();

    OpenSessions(SessionRegistry registry, CurrentAgent currentAgent, Team team, TwoFactor twoFactor, Clock clock) {
        this.registry = registry;
        this.currentAgent = currentAgent;
        this.team = team;
        this.twoFactor = twoFactor;
        this.clock = clock;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource()
                .addUIInitListener(init ->
                        currentAgent.find().ifPresent(agent -> show(init.getUI().getSession(), agent.requireId())));
        event.getSource().addSessionDestroyListener(destroy -> screens.remove(destroy.getSession()));
    }

    /** Where they are now; since when they are logged in stays as it was. */
    private void show(VaadinSession session, AgentId agent) {
        screens.merge(
                session,
                Screen.of(agent, clock.instant()),
                (before, now) -> before.agent().equals(agent) ? now.since(before.since()) : now);
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(AgentChanged changed) {
        look();
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(LoginsEnded ended) {
        sessions(ended.agent())
                .filter(session -> ended.ids().contains(session.getSessionId()))
                .forEach(this::end);
    }

    @Scheduled(initialDelay = 3, fixedDelay = 3, timeUnit = TimeUnit.SECONDS)
    void look() {
        for (Object principal : registry.getAllPrincipals()) {
            if (principal instanceof SignedInAgent agent && !mayStay(agent)) {
                registry.getAllSessions(principal, false).forEach(this::end);
            }
        }
    }

    private boolean mayStay(SignedInAgent agent) {
        return agent.mayStay(team.byId(agent.agentId()))
                && (agent.isByTwoFactors() || twoFactor.need(agent.agentId()) != TwoFactor.Need.SETUP);
    }

    @Override
    public List<Login> of(AgentId agent) {
        return sessions(agent)
                .sorted(Comparator.comparing(SessionInformation::getLastRequest).reversed())
                .map(session -> login(agent, session))
                .toList();
    }

    private void end(SessionInformation session) {
        session.expireNow();
        screens.keySet().stream()
                .filter(screen -> session.getSessionId().equals(idOf(screen)))
                .forEach(OpenSessions::leave);
    }

    private Stream<SessionInformation> sessions(AgentId agent) {
        return registry.getAllPrincipals().stream()
                .filter(principal ->
                        principal instanceof SignedInAgent one && one.agentId().equals(agent))
                .flatMap(principal -> registry.getAllSessions(principal, false).stream());
    }

    private Login login(AgentId agent, SessionInformation session) {
        Optional<Screen> screen = screens.entrySet().stream()
                .filter(one -> one.getValue().agent().equals(agent))
                .filter(one -> session.getSessionId().equals(idOf(one.getKey())))
                .map(Map.Entry::getValue)
                .findFirst();
        return Login.of(
                session.getSessionId(),
                screen.map(Screen::since).orElse(null),
                session.getLastRequest().toInstant(),
                screen.map(Screen::address).orElse(null),
                screen.map(Screen::browser).orElse(null));
    }

    private static @Nullable String idOf(VaadinSession session) {
        return session.getSession() == null ? null : session.getSession().getId();
    }

    /** Where a browser is, and what it says it is. */
    private record Screen(
            AgentId agent,
            Instant since,
            @Nullable String address,
            @Nullable String browser) {

        static Screen of(AgentId agent, Instant now) {
            VaadinRequest request = VaadinRequest.getCurrent();
            return request == null
                    ? new Screen(agent, now, null, null)
                    : new Screen(agent, now, request.getRemoteAddr(), request.getHeader("User-Agent"));
        }

        Screen since(Instant earlier) {
            return new Screen(agent, earlier, address, browser);
        }
    }

    /**
     * Asked for anything, an ended session leads to the login; so the tabs only need to ask. One that does not ask would
     * still be told what happens, so soon after there is nothing left to tell it by.
     */
    // Vaadin tells the session's error handler what goes wrong in there.
    @SuppressWarnings("FutureReturnValueIgnored")
    private static void leave(VaadinSession session) {
        session.access(() -> session.getUIs().forEach(ui -> {
            ui.getPage().setLocation("login");
            ui.push();
        }));
        A_MOMENT_LATER.execute(() -> close(session));
    }

    private static void close(VaadinSession session) {
        WrappedSession left = session.getSession();
        if (left != null) {
            try {
                left.invalidate();
            } catch (IllegalStateException e) {
                log.debug("They have asked in the meantime", e);
            }
        }
    }
}
