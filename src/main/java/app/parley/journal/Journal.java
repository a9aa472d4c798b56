package app.parley.journal;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Every body that a known account signed, kept before it is acknowledged. */
@Service
public class Journal {

    private final JournalWriter writer;
    private final JournalWorker worker;
    private final JournalRepository repository;

    Journal(JournalWriter writer, JournalWorker worker, JournalRepository repository) {
        this.writer = writer;
        this.worker = worker;
        this.repository = repository;
    }

    /**
     * Completes once the body is on the disk; only then may the sender be told so. Completes exceptionally when it
     * could not be kept: the sender must send it again.
     */
    public CompletableFuture<Void> keep(byte[] body, Set<String> signedBy) {
        return writer.keep(body, signedBy);
    }

    /** Bodies in these states, newest first. */
    @Transactional(readOnly = true)
    public List<JournalRow> inStates(Collection<JournalState> states, int limit) {
        return repository.inStates(states, limit);
    }

    /** Processes one body again. What of it was processed before stays as it is. */
    @Transactional
    public void replay(long id) {
        repository.replay(id);
        worker.wakeAfterCommit();
    }

    /** Processes all bodies in these states again; returns how many. */
    @Transactional
    public int replay(Collection<JournalState> states) {
        int replayed = repository.replay(states);
        worker.wakeAfterCommit();
        return replayed;
    }
}
