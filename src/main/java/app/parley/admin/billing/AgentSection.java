package app.parley.admin.billing;

import app.parley.billing.BillingSettings;
import app.parley.team.AgentId;
import com.vaadin.flow.component.checkbox.Checkbox;

/** What agents see of costs. */
final class AgentSection extends SettingsSection {

    AgentSection(BillingSettings settings, AgentId admin) {
        super("agents");
        Checkbox cost = new Checkbox(getTranslation("settings.agents.cost"), settings.agentsSeeCost());
        cost.addValueChangeListener(change -> {
            settings.agentsSeeCost(admin, change.getValue());
            tell("settings.saved");
        });
        add(cost, outcome());
    }
}
