package app.parley.shell;

import app.parley.team.AgentId;
import app.parley.team.Team;
import app.parley.team.TwoFactor;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;

/** Finds the agent who wants to come in, by email. */
@Component
class AgentUserDetails implements UserDetailsService {

    private final Team team;
    private final TwoFactor twoFactor;

    AgentUserDetails(Team team, TwoFactor twoFactor) {
        this.team = team;
        this.twoFactor = twoFactor;
    }

    @Override
    public UserDetails loadUserByUsername(String email) {
        return team.byEmail(email)
                .map(SignedInAgent::new)
                .orElseThrow(() -> new UsernameNotFoundException("No such agent"));
    }

    /**
     * Whom a browser remembers. The stamp beside the password makes what it keeps worthless when it changes; and who has
     * to set up a second factor does so at the login.
     */
    UserDetails remembered(String email) {
        return team.byEmail(email)
                .filter(agent -> mayBeRemembered(agent.requireId()))
                .map(agent -> new SignedInAgent(agent, agent.passwordHash() + "." + agent.rememberStamp(), false))
                .orElseThrow(() -> new UsernameNotFoundException("No such agent"));
    }

    boolean mayBeRemembered(AgentId agent) {
        return twoFactor.need(agent) != TwoFactor.Need.SETUP;
    }
}
