package app.parley.shell;

import app.parley.team.Agent;
import app.parley.team.AgentId;
import app.parley.team.Role;
import app.parley.team.SignedIn;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.userdetails.User;

/** An agent as Spring Security sees them. Admins are agents too. */
final class SignedInAgent extends User implements SignedIn {

    private final AgentId agentId;
    private final Role role;
    private final boolean seesBilling;

    /** Whether their identity provider has asked them for more than a password, so that we need not. */
    private final boolean byTwoFactors;

    /** Tells one password from the next, and nothing else about either. */
    private final int passwordStamp;

    SignedInAgent(Agent agent) {
        this(agent, agent.passwordHash(), false);
    }

    /** @param proof what a password, or what a browser keeps, is held against */
    SignedInAgent(Agent agent, String proof, boolean byTwoFactors) {
        super(
                agent.email(),
                proof,
                !agent.disabled(),
                true,
                true,
                true,
                AuthorityUtils.createAuthorityList(roles(agent)));
        this.agentId = agent.requireId();
        this.role = agent.role();
        this.seesBilling = agent.maySeeBilling();
        this.byTwoFactors = byTwoFactors;
        this.passwordStamp = agent.passwordHash().hashCode();
    }

    boolean isByTwoFactors() {
        return byTwoFactors;
    }

    /** Whether who came in like this would come in like this now. */
    boolean mayStay(Optional<Agent> now) {
        return now.filter(agent -> !agent.disabled()
                        && agent.role() == role
                        && agent.maySeeBilling() == seesBilling
                        && agent.passwordHash().hashCode() == passwordStamp)
                .isPresent();
    }

    @Override
    public AgentId agentId() {
        return agentId;
    }

    /** Sessions are listed by who came in, and how: one of before a change is not one of after it. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SignedInAgent agent
                && agent.agentId.equals(agentId)
                && agent.role == role
                && agent.seesBilling == seesBilling
                && agent.byTwoFactors == byTwoFactors
                && agent.passwordStamp == passwordStamp;
    }

    @Override
    public int hashCode() {
        return Objects.hash(agentId, role, seesBilling, byTwoFactors, passwordStamp);
    }

    private static List<String> roles(Agent agent) {
        List<String> roles = new ArrayList<>(List.of("ROLE_" + Role.AGENT));
        if (agent.isAdmin()) {
            roles.add("ROLE_" + Role.ADMIN);
        }
        if (agent.maySeeBilling()) {
            roles.add("ROLE_BILLING");
        }
        return roles;
    }
}
