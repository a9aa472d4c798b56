package app.parley.journal;

import app.parley.foundation.WorkerLoop;
import app.parley.numbers.NumberAdded;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes the kept bodies one after the other, in the order they came, for as long as the application runs. */
@Component
class JournalWorker implements SmartLifecycle {

    /** Bodies, in one commit; see also how many bytes of them. */
    private static final int AT_ONCE = 100;

    /** With a second between them. */
    private static final int MOST_TRIES = 5;

    private final JournalRepository repository;
    private final JournalProcessor processor;
    private final JournalReplay replay;
    private final TransactionTemplate reading;
    private final WorkerLoop loop = new WorkerLoop("journal-worker", Duration.ofSeconds(5), this::workOff);
    private final Map<Long, Integer> troubled = new HashMap<>();
    private volatile boolean newNumbers = true;
    private boolean upgraded = true;

    JournalWorker(
            JournalRepository repository,
            JournalProcessor processor,
            JournalReplay replay,
            PlatformTransactionManager transactions) {
        this.repository = repository;
        this.processor = processor;
        this.replay = replay;
        this.reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
    }

    void wake() {
        loop.wake();
    }

    void wakeAfterCommit() {
        loop.wakeAfterCommit();
    }

    /** What came for the number before it was ours can be processed once it is. */
    @TransactionalEventListener(fallbackExecution = true)
    void on(NumberAdded added) {
        newNumbers = true;
        wake();
    }

    private boolean workOff() {
        if (upgraded) {
            replay.afterUpgrade();
            upgraded = false;
        }
        if (newNumbers) {
            newNumbers = false;
            replayUnassigned();
        }
        List<JournalEntry> entries = waiting();
        if (!entries.isEmpty()) {
            process(entries);
        }
        return !entries.isEmpty();
    }

    private List<JournalEntry> waiting() {
        List<JournalEntry> entries = reading.execute(status -> repository.waiting(AT_ONCE, JournalProcessor.LARGE));
        return entries == null ? List.of() : entries;
    }

    private void process(List<JournalEntry> entries) {
        try {
            processor.process(entries);
            troubled.clear();
        } catch (RuntimeException | StackOverflowError e) {
            processOneByOne(e);
        }
    }

    /** So that one that cannot even be set aside does not keep the others waiting. */
    private void processOneByOne(Throwable first) {
        // Asked again: if the database is what is in trouble, this says so, and nobody is blamed.
        for (JournalEntry entry : waiting()) {
            try {
                processor.process(List.of(entry));
            } catch (RuntimeException | StackOverflowError e) {
                blame(entry, e);
            }
        }
        if (!troubled.isEmpty()) {
            throw new IllegalStateException("Some of the journal is tried again", first);
        }
    }

    private void blame(JournalEntry entry, Throwable trouble) {
        if (troubled.merge(entry.id(), 1, Integer::sum) >= MOST_TRIES) {
            processor.giveUp(entry, trouble);
            troubled.remove(entry.id());
        }
    }

    /** On this thread alone, so that an entry found unassigned a moment ago cannot slip past. */
    private void replayUnassigned() {
        try {
            replay.assigned();
        } catch (RuntimeException e) {
            newNumbers = true;
            throw e;
        }
    }

    @Override
    public void start() {
        loop.start();
    }

    @Override
    public void stop() {
        loop.stop();
    }

    @Override
    public boolean isRunning() {
        return loop.isRunning();
    }

    /** Starts before the web server and stops after it: what it took is finished. */
    @Override
    public int getPhase() {
        return 0;
    }
}
