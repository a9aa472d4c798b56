package app.parley.billing;

import app.parley.audit.AuditAction;
import app.parley.audit.AuditLog;
import app.parley.team.AgentId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What admins settle about billing. */
@Service
@Transactional
public class BillingSettings {

    private static final String AGENTS_SEE_COST = "billing.agents_see_cost";

    private final SettingRepository repository;
    private final BillingRights rights;
    private final AuditLog audit;

    BillingSettings(SettingRepository repository, BillingRights rights, AuditLog audit) {
        this.repository = repository;
        this.rights = rights;
        this.audit = audit;
    }

    /** Whether agents see what a conversation costs; not, unless an admin wants it so. */
    @Transactional(readOnly = true)
    public boolean agentsSeeCost() {
        return repository.get(AGENTS_SEE_COST).map(Boolean::parseBoolean).orElse(false);
    }

    public void agentsSeeCost(AgentId admin, boolean wanted) {
        rights.requireAdmin(admin);
        repository.set(AGENTS_SEE_COST, String.valueOf(wanted));
        audit.record(AuditAction.SETTING_CHANGED, admin.value(), AGENTS_SEE_COST, String.valueOf(wanted));
    }
}
