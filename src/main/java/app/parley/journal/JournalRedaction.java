package app.parley.journal;

import app.parley.cloudapi.Redaction;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes a person who was erased out of every body that is kept, some bodies at a time. */
@Component
class JournalRedaction {

    private static final int AT_ONCE = 50;

    private final JournalRepository repository;
    private final TransactionTemplate transaction;

    JournalRedaction(JournalRepository repository, PlatformTransactionManager transactions) {
        this.repository = repository;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** @return whether it came to the end; not when it was not to go on */
    boolean redact(Set<String> identities, long upTo, BooleanSupplier goesOn) {
        List<Long> ids = some(0, upTo);
        while (!ids.isEmpty() && goesOn.getAsBoolean()) {
            List<Long> these = ids;
            transaction.executeWithoutResult(status -> redact(these, identities));
            ids = some(ids.getLast(), upTo);
        }
        return ids.isEmpty();
    }

    private List<Long> some(long after, long upTo) {
        List<Long> ids = transaction.execute(status -> repository.idsBetween(after, upTo, AT_ONCE));
        return ids == null ? List.of() : ids;
    }

    private void redact(List<Long> ids, Set<String> identities) {
        for (long id : ids) {
            var left = repository.body(id).flatMap(body -> Redaction.of(body.bytes(), identities));
            if (left.isPresent()) {
                repository.redact(id, left.get());
            }
        }
    }
}
