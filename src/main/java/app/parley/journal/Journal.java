package app.parley.journal;

import app.parley.audit.AuditAction;
import app.parley.audit.AuditLog;
import app.parley.cloudapi.PrettyJson;
import app.parley.team.AgentId;
import app.parley.team.Team;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Every body that a known account signed, kept before it is acknowledged. */
@Service
public class Journal {

    /** Where counting ends: whoever waits for that many to be counted has waited long enough. */
    public static final int MOST_COUNTED = 10_000;

    private final JournalWriter writer;
    private final JournalWorker worker;
    private final JournalReplay replay;
    private final JournalRedaction redaction;
    private final JournalRepository repository;
    private final NotShownRepository tally;
    private final Team team;
    private final AuditLog audit;

    Journal(
            JournalWriter writer,
            JournalWorker worker,
            JournalReplay replay,
            JournalRedaction redaction,
            JournalRepository repository,
            NotShownRepository tally,
            Team team,
            AuditLog audit) {
        this.writer = writer;
        this.worker = worker;
        this.replay = replay;
        this.redaction = redaction;
        this.repository = repository;
        this.tally = tally;
        this.team = team;
        this.audit = audit;
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
        return repository.page(states, null, limit);
    }

    /** Bodies in this state, newest first, from before that one; from the newest when it is null. */
    @Transactional(readOnly = true)
    public List<JournalRow> page(JournalState state, @Nullable Long before, int limit) {
        return repository.page(Set.of(state), before, limit);
    }

    /** How many stand in each state; {@code MOST_COUNTED + 1} means more than could be counted quickly. */
    @Transactional(readOnly = true)
    public Map<JournalState, Integer> counts() {
        return repository.counts(MOST_COUNTED + 1);
    }

    @Transactional(readOnly = true)
    public Backlog backlog() {
        return new Backlog(repository.oldestWaiting(), repository.newest());
    }

    /** What came and is not shown, the most frequent first. */
    @Transactional(readOnly = true)
    public List<NotShownCount> notShown(int limit) {
        return tally.all(limit);
    }

    /**
     * The body, laid out to be read; as it came when it is no JSON. It is the customers' own content: who reads it is
     * written down, and who is no admin refused.
     */
    @Transactional
    public Optional<String> body(AgentId admin, long id) {
        note(AuditAction.JOURNAL_READ, admin, String.valueOf(id));
        return repository.body(id).map(body -> PrettyJson.of(body.bytes()));
    }

    /** Processes one body again, for an admin. What of it was processed before stays as it is. */
    @Transactional
    public void replay(AgentId admin, long id) {
        note(AuditAction.JOURNAL_REPLAYED, admin, String.valueOf(id));
        repository.replay(id);
        worker.wakeAfterCommit();
    }

    /** Processes all bodies in these states again, for an admin; returns how many. */
    public int replay(AgentId admin, Collection<JournalState> states) {
        replay.noted(() -> note(AuditAction.JOURNAL_REPLAYED, admin, states.toString()));
        int replayed = replay.all(states);
        worker.wake();
        return replayed;
    }

    /** Lets go of a body for good, for an admin; one that was processed, or is about to be, stays. */
    @Transactional
    public boolean delete(AgentId admin, long id) {
        note(AuditAction.JOURNAL_DELETED, admin, String.valueOf(id));
        return repository.delete(id);
    }

    /**
     * Takes somebody out of every body that is kept; takes as long as there are bodies, in small transactions. What waits
     * to be processed, too: of who asked to be forgotten nothing more is taken in that came before.
     *
     * @param identities what webhooks name them by
     * @param upTo the last body that is looked at, see {@link #lastId}: what came after it is somebody new's
     * @param goesOn asked again and again; it ends when the answer is no
     * @return whether it came to the end
     */
    public boolean redact(Set<String> identities, long upTo, BooleanSupplier goesOn) {
        return redaction.redact(identities, upTo, goesOn);
    }

    /** Of the body that came last; zero while there is none. */
    @Transactional(readOnly = true)
    public long lastId() {
        return repository.lastId();
    }

    private void note(AuditAction action, AgentId admin, String which) {
        team.requireAdmin(admin);
        audit.record(action, admin.value(), which, null);
    }
}
