package app.parley.journal;

import app.parley.cloudapi.Redaction;
import java.util.List;
import java.util.Set;
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

    /** @return how many bodies named them */
    int redact(Set<String> identities) {
        int redacted = 0;
        List<Long> ids = some(0);
        while (!ids.isEmpty()) {
            List<Long> these = ids;
            Integer changed = transaction.execute(status -> redact(these, identities));
            redacted += changed == null ? 0 : changed;
            ids = some(ids.getLast());
        }
        return redacted;
    }

    private List<Long> some(long after) {
        List<Long> ids = transaction.execute(status -> repository.idsAfter(after, AT_ONCE));
        return ids == null ? List.of() : ids;
    }

    private int redact(List<Long> ids, Set<String> identities) {
        int changed = 0;
        for (long id : ids) {
            var left = repository.body(id).flatMap(body -> Redaction.of(body.bytes(), identities));
            if (left.isPresent()) {
                repository.redact(id, left.get());
                changed++;
            }
        }
        return changed;
    }
}
