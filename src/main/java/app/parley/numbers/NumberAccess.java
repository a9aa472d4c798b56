package app.parley.numbers;

import app.parley.team.AgentId;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which numbers an agent may use. What they may not use does not exist for them: the queries see to that. It is settled
 * by {@link Membership}.
 */
@Service
@Transactional(readOnly = true)
public class NumberAccess {

    private final AccessRepository repository;

    NumberAccess(AccessRepository repository) {
        this.repository = repository;
    }

    /**
     * @param all every number, those that come later too
     * @param numbers otherwise these
     */
    public record Access(boolean all, Set<NumberId> numbers) {}

    /** Everybody's. */
    public Map<AgentId, Access> all() {
        return repository.all();
    }

    /** Nothing of somebody who does not work here. */
    public Access of(AgentId agent) {
        return repository.of(agent);
    }
}
