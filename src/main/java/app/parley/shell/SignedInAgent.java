package app.parley.shell;

import app.parley.team.Agent;
import app.parley.team.AgentId;
import app.parley.team.Role;
import app.parley.team.SignedIn;
import java.util.Optional;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.userdetails.User;

/** An agent as Spring Security sees them. Admins are agents too. */
final class SignedInAgent extends User implements SignedIn {

    private final AgentId agentId;
    private final Role role;

    /** Tells one password from the next, and nothing else about either. */
    private final int passwordStamp;

    SignedInAgent(Agent agent) {
        super(
                agent.email(),
                agent.passwordHash(),
                !agent.disabled(),
                true,
                true,
                true,
                agent.isAdmin()
                        ? AuthorityUtils.createAuthorityList(role(Role.ADMIN), role(Role.AGENT))
                        : AuthorityUtils.createAuthorityList(role(Role.AGENT)));
        this.agentId = agent.requireId();
        this.role = agent.role();
        this.passwordStamp = agent.passwordHash().hashCode();
    }

    /** Whether who came in like this would come in like this now. */
    boolean mayStay(Optional<Agent> now) {
        return now.filter(agent -> !agent.disabled()
                        && agent.role() == role
                        && agent.passwordHash().hashCode() == passwordStamp)
                .isPresent();
    }

    @Override
    public AgentId agentId() {
        return agentId;
    }

    private static String role(Role role) {
        return "ROLE_" + role.name();
    }
}
