package app.parley.shell;

import app.parley.team.Agent;
import app.parley.team.AgentId;
import app.parley.team.Role;
import app.parley.team.SignedIn;
import java.util.Objects;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.userdetails.User;

/** An agent as Spring Security sees them. Admins are agents too. */
final class SignedInAgent extends User implements SignedIn {

    private final AgentId agentId;

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
        this.agentId = Objects.requireNonNull(agent.id());
    }

    @Override
    public AgentId agentId() {
        return agentId;
    }

    private static String role(Role role) {
        return "ROLE_" + role.name();
    }
}
