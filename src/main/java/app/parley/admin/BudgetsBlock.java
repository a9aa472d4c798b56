package app.parley.admin;

import app.parley.billing.Alert;
import app.parley.billing.BudgetStanding;
import app.parley.billing.Budgets;
import app.parley.team.AgentId;
import java.util.List;
import java.util.Optional;

/** Whether session fees of this month have come close to what they are to stay below. */
final class BudgetsBlock extends HealthBlock<Optional<List<BudgetStanding>>> {

    private final transient Budgets budgets;
    private final AgentId admin;

    BudgetsBlock(Budgets budgets, AgentId admin) {
        super("budgets");
        this.budgets = budgets;
        this.admin = admin;
    }

    @Override
    Optional<List<BudgetStanding>> ask() {
        return budgets.areSeenBy(admin) ? Optional.of(budgets.standings(admin)) : Optional.empty();
    }

    @Override
    void show(Optional<List<BudgetStanding>> asked) {
        setVisible(asked.isPresent());
        asked.ifPresent(this::show);
    }

    private void show(List<BudgetStanding> standings) {
        if (standings.isEmpty()) {
            say("health.budgets.none");
        } else if (standings.stream().allMatch(it -> it.alert() == Alert.NONE)) {
            sayAllIsWell("health.budgets.well");
        }
        for (BudgetStanding standing : standings) {
            String name = standing.number() == null ? getTranslation("health.budgets.total") : standing.name();
            switch (standing.alert()) {
                case NONE -> {}
                case NEAR -> warn("health.budgets.NEAR", name, standing.percent());
                case REACHED -> alarm("health.budgets.REACHED", name, standing.percent());
            }
        }
    }
}
