package app.parley.numbers;

import app.parley.audit.AuditAction;
import app.parley.audit.AuditLog;
import app.parley.team.Agent;
import app.parley.team.AgentId;
import app.parley.team.Team;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which numbers an agent may use. What they may not use does not exist for them: the queries see to that. */
@Service
@Transactional
public class NumberAccess {

    private final AccessRepository repository;
    private final Numbers numbers;
    private final Team team;
    private final AuditLog audit;

    NumberAccess(AccessRepository repository, Numbers numbers, Team team, AuditLog audit) {
        this.repository = repository;
        this.numbers = numbers;
        this.team = team;
        this.audit = audit;
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
        Access before = of(agent);
        repository.set(agent, access.all(), access.numbers());
        if (!before.equals(of(agent))) {
            String who = team.byId(agent).map(Agent::nameAndEmail).orElse(null);
            audit.record(AuditAction.NUMBERS_GRANTED, admin.value(), who, access.all() ? "*" : names(access.numbers()));
        }
    }

    private String names(Set<NumberId> granted) {
        return numbers.all().stream()
                .filter(number -> granted.contains(number.id()))
                .map(PhoneNumberEntry::name)
                .collect(Collectors.joining(", "));
    }
}
