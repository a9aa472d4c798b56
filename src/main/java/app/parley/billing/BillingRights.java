package app.parley.billing;

import app.parley.conversations.Refusal;
import app.parley.conversations.RefusedException;
import app.parley.team.Agent;
import app.parley.team.AgentId;
import app.parley.team.Team;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/**
 * Who may change what messages cost: admins. Who may see what was spent: whom an admin let, of those who may use every
 * number.
 */
@Component
class BillingRights {

    private final Team team;

    BillingRights(Team team) {
        this.team = team;
    }

    /** To settle rates and budgets. @throws RefusedException for everybody else, as if there were nothing */
    void requireAdmin(AgentId agent) {
        require(agent, Agent::isAdmin);
    }

    /** To see what was spent, on every number. @throws RefusedException for everybody else, as if there were nothing */
    void requireSight(AgentId agent) {
        require(agent, Agent::maySeeBilling);
    }

    boolean see(AgentId agent) {
        return has(agent, Agent::maySeeBilling);
    }

    private void require(AgentId agent, Predicate<Agent> right) {
        if (!has(agent, right)) {
            throw new RefusedException(Refusal.NOT_FOUND);
        }
    }

    private boolean has(AgentId agent, Predicate<Agent> right) {
        return team.byId(agent).filter(right).filter(it -> !it.disabled()).isPresent();
    }
}
