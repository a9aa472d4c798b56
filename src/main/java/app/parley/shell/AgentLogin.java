package app.parley.shell;

import app.parley.team.Team;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;

/** Finds the agent who wants to come in, by email. */
@Component
class AgentLogin implements UserDetailsService {

    private final Team team;

    AgentLogin(Team team) {
        this.team = team;
    }

    @Override
    public UserDetails loadUserByUsername(String email) {
        return team.byEmail(email)
                .map(SignedInAgent::new)
                .orElseThrow(() -> new UsernameNotFoundException("No such agent"));
    }
}
