package app.parley.numbers;

import app.parley.team.AgentId;
import app.parley.team.Team;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which numbers an agent may use. What they may not use does not exist for them: the queries see to that. */
@Service
@Transactional
public class NumberAccess {

    private final AccessRepository repository;
    private final Team team;

    NumberAccess(AccessRepository repository, Team team) {
        this.repository = repository;
        this.team = team;
    }

    /**
     * @param all every number, those that come later too
     * @param numbers otherwise these
     */
    public record Access(boolean all, Set<NumberId> numbers) {}

    /** Everybody's. */
    @Transactional(readOnly = true)
    public Map<AgentId, Access> all() {
        return repository.all();
    }

    /** Nothing of somebody who does not work here. */
    @Transactional(readOnly = true)
    public Access of(AgentId agent) {
        return all().getOrDefault(agent, new Access(false, Set.of()));
    }

    /**
     * Holds from the next query on, in screens that are open too.
     *
     * @throws app.parley.team.TeamRefusedException unless an admin does so
     */
    public void grant(AgentId admin, AgentId agent, Access access) {
        team.requireAdmin(admin);
        repository.set(agent, access.all(), access.numbers());
    }
}
