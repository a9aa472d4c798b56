package app.parley.journal;

import app.parley.foundation.WorkerLoop;
import app.parley.numbers.NumberAdded;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes the kept bodies one after the other, in the order they came, for as long as the application runs. */
@Component
class JournalWorker implements SmartLifecycle {

    /** In one commit; more would keep an agent's reply to one of them waiting. */
    private static final int AT_ONCE = 20;

    private final JournalRepository repository;
    private final JournalProcessor processor;
    private final TransactionTemplate transaction;
    private final WorkerLoop loop = new WorkerLoop("journal-worker", Duration.ofSeconds(5), this::workOff);
    private volatile boolean newNumbers = true;

    JournalWorker(JournalRepository repository, JournalProcessor processor, PlatformTransactionManager transactions) {
        this.repository = repository;
        this.processor = processor;
        this.transaction = new TransactionTemplate(transactions);
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
        if (newNumbers) {
            newNumbers = false;
            replayUnassigned();
        }
        List<JournalEntry> entries = transaction.execute(status -> repository.waiting(AT_ONCE));
        if (!entries.isEmpty()) {
            processor.process(entries);
        }
        return !entries.isEmpty();
    }

    /** On this thread alone, so that an entry found unassigned a moment ago cannot slip past. */
    private void replayUnassigned() {
        try {
            transaction.executeWithoutResult(status -> repository.replay(Set.of(JournalState.UNASSIGNED)));
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
