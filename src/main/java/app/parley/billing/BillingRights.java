package app.parley.billing;

import app.parley.conversations.Refusal;
import app.parley.conversations.RefusedException;
import app.parley.team.Agent;
import app.parley.team.AgentId;
import app.parley.team.Team;
import org.springframework.stereotype.Component;

/** Who may see and change what messages cost: admins. */
@Component
class BillingRights {

    private final Team team;

    BillingRights(Team team) {
        this.team = team;
    }

    /** @throws RefusedException for everybody else, as if there were nothing */
    void require(AgentId agent) {
        boolean may = team.byId(agent)
                .filter(Agent::isAdmin)
                .filter(admin -> !admin.disabled())
                .isPresent();
        if (!may) {
            throw new RefusedException(Refusal.NOT_FOUND);
        }
    }
}
