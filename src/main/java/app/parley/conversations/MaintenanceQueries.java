package app.parley.conversations;

import app.parley.audit.AuditAction;
import app.parley.audit.AuditLog;
import app.parley.team.AgentId;
import java.time.Clock;
import java.util.List;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What in the conversations asks for those who run the installation. */
@Service
@Transactional
public class MaintenanceQueries {

    private static final int MOST_ATTEMPTS = 5;

    private final MaintenanceRepository repository;
    private final Merging merging;
    private final AuditLog audit;
    private final Clock clock;

    MaintenanceQueries(MaintenanceRepository repository, Merging merging, AuditLog audit, Clock clock) {
        this.repository = repository;
        this.merging = merging;
        this.audit = audit;
        this.clock = clock;
    }

    /** How many files stand in this state; counting ends at {@code most}. */
    @Transactional(readOnly = true)
    public int files(AttachmentState state, int most) {
        return repository.files(state, most);
    }

    /** Those nobody has settled, the oldest first. */
    @Transactional(readOnly = true)
    public List<CustomerConflict> conflicts(int limit) {
        return repository.conflicts(limit);
    }

    /**
     * An admin says that the two are one person: the customer known longer takes the other in, with every conversation.
     * There is no way back. A conflict that is settled, or gone, stays as it was.
     *
     * @throws RefusedException when it is no admin who says so
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public void merge(long conflict, AgentId admin) {
        int attempts = 0;
        while (true) {
            try {
                merging.merge(conflict, admin);
                return;
            } catch (PessimisticLockingFailureException e) {
                // Customers go on writing meanwhile, and whoever waits for each other the database sends away.
                if (++attempts == MOST_ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    /**
     * An admin has looked at it and left both customers as they are; one that is settled stays as it was.
     *
     * @throws RefusedException when it is no admin who says so
     */
    public void settle(long conflict, AgentId admin) {
        if (!repository.isAdmin(admin)) {
            throw new RefusedException(Refusal.NOT_FOUND);
        }
        repository.settle(conflict, admin, clock.instant());
        audit.record(AuditAction.CUSTOMERS_KEPT_APART, admin.value(), "conflict " + conflict, null);
    }
}
