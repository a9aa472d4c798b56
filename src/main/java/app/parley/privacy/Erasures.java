package app.parley.privacy;

import app.parley.audit.AuditAction;
import app.parley.audit.AuditLog;
import app.parley.conversations.ConversationId;
import app.parley.conversations.Erasure;
import app.parley.conversations.KnownPerson;
import app.parley.journal.Journal;
import app.parley.team.AgentId;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Erases customers for good: at once for everybody's eyes, and within minutes from the disk. With every number they
 * wrote to, whichever of them the admin may use: it is the person who is to be forgotten. Backups made before still know
 * them. The ledger's sums stay as they are.
 */
@Service
public class Erasures {

    private final Erasure erasure;
    private final ErasureRepository repository;
    private final ErasureWorker worker;
    private final Journal journal;
    private final AuditLog audit;
    private final Clock clock;

    Erasures(
            Erasure erasure,
            ErasureRepository repository,
            ErasureWorker worker,
            Journal journal,
            AuditLog audit,
            Clock clock) {
        this.erasure = erasure;
        this.repository = repository;
        this.worker = worker;
        this.journal = journal;
        this.audit = audit;
        this.clock = clock;
    }

    /** @return false when there is no such conversation for this admin, or it is no admin who asks */
    @Transactional
    public boolean erase(AgentId admin, ConversationId conversation) {
        Optional<KnownPerson> erased =
                erasure.customer(admin, conversation).flatMap(customer -> erasure.forget(customer.id()));
        erased.ifPresent(person -> {
            repository.insert(person.id(), admin, person.identities(), journal.lastId(), clock.instant());
            audit.record(
                    AuditAction.CUSTOMER_ERASED,
                    admin.value(),
                    "customer " + person.id().value(),
                    null);
            worker.wakeAfterCommit();
        });
        return erased.isPresent();
    }
}
