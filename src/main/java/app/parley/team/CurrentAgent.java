package app.parley.team;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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

    /** Who makes this request, as the filters found; without a query. */
    public AgentId of(HttpServletRequest request) {
        return agentOf(request.getUserPrincipal()).orElseThrow(() -> new IllegalStateException("Nobody is signed in"));
    }

    private static Optional<AgentId> signedIn() {
        return agentOf(SecurityContextHolder.getContext().getAuthentication());
    }

    private static Optional<AgentId> agentOf(@Nullable Principal principal) {
        return principal instanceof Authentication authentication
                        && authentication.getPrincipal() instanceof SignedIn signedIn
                ? Optional.of(signedIn.agentId())
                : Optional.empty();
    }
}
