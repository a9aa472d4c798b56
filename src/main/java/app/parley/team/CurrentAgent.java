package app.parley.team;

import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** The agent on whose behalf this thread works. */
@Component
public class CurrentAgent {

    private final Team team;

    CurrentAgent(Team team) {
        this.team = team;
    }

    /**
     * Read afresh, so that a changed role or colour scheme shows at once.
     *
     * @throws IllegalStateException if nobody is signed in, or the agent may no longer work here
     */
    public Agent require() {
        return find().orElseThrow(() -> new IllegalStateException("Nobody who works here is signed in"));
    }

    /** As {@link #require()}; empty where that throws. */
    public Optional<Agent> find() {
        return signedIn().flatMap(team::byId).filter(agent -> !agent.disabled());
    }

    /** Without a query. @throws IllegalStateException if nobody is signed in */
    public AgentId id() {
        return signedIn().orElseThrow(() -> new IllegalStateException("Nobody is signed in"));
    }

    private static Optional<AgentId> signedIn() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn
                ? Optional.of(signedIn.agentId())
                : Optional.empty();
    }
}
