package app.parley.journal;

import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Hands bodies to the worker once more, however many they are: some at a time, each once. */
@Component
class JournalReplay {

    private static final int AT_ONCE = 500;

    private final JournalRepository repository;
    private final BuildVersion build;
    private final TransactionTemplate transaction;

    JournalReplay(JournalRepository repository, BuildVersion build, PlatformTransactionManager transactions) {
        this.repository = repository;
        this.build = build;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Before it begins: each piece of it is a transaction of its own. */
    void noted(Runnable note) {
        transaction.executeWithoutResult(status -> note.run());
    }

    /** @return how many */
    int all(Collection<JournalState> states) {
        return states.stream().mapToInt(this::all).sum();
    }

    private int all(JournalState state) {
        int replayed = 0;
        long after = 0;
        List<Long> next = next(state, after);
        while (!next.isEmpty()) {
            List<Long> ids = next;
            transaction.executeWithoutResult(status -> repository.replay(ids));
            replayed += ids.size();
            after = ids.getLast();
            // Only what comes after them: one that fails again at once would be found for ever.
            next = next(state, after);
        }
        return replayed;
    }

    /** What waited for a number that has become ours. */
    void assigned() {
        transaction.executeWithoutResult(status -> repository.replayAssigned());
    }

    /** What another version of the application had trouble with. */
    void afterUpgrade() {
        transaction.executeWithoutResult(status -> repository.replayFailedOfOtherBuilds(build.name()));
    }

    private List<Long> next(JournalState state, long after) {
        List<Long> ids = transaction.execute(status -> repository.idsAfter(state, after, AT_ONCE));
        return ids == null ? List.of() : ids;
    }
}
