package app.parley.team;

import app.parley.audit.AuditAction;
import app.parley.audit.AuditLog;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The audit log as admins read it; others are refused. */
@Service
@Transactional
public class AuditTrail {

    private final AuditTrailRepository repository;
    private final Team team;
    private final AuditLog audit;

    AuditTrail(AuditTrailRepository repository, Team team, AuditLog audit) {
        this.repository = repository;
        this.team = team;
        this.audit = audit;
    }

    /**
     * The newest first.
     *
     * @param before where the page before ended; null: from the newest
     */
    @Transactional(readOnly = true)
    public List<AuditLine> page(AgentId admin, AuditFilter filter, @Nullable AuditLine before, int limit) {
        team.requireAdmin(admin);
        return repository.page(filter, before, limit);
    }

    /** Somebody is about to read it as a file, which is an entry itself. */
    public void export(AgentId admin, String what) {
        team.requireAdmin(admin);
        audit.record(AuditAction.AUDIT_EXPORTED, admin.value(), null, what);
    }
}
