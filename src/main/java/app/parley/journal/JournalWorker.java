package app.parley.journal;

import app.parley.foundation.Signal;
import app.parley.numbers.NumberAdded;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes the kept bodies one after the other, in the order they came, for as long as the application runs. */
@Component
class JournalWorker implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(JournalWorker.class);
    private static final Duration LONGEST_SLEEP = Duration.ofSeconds(5);

    /** One commit each; more would keep an agent's reply to one of them waiting. */
    private static final int AT_ONCE = 20;

    private final Signal signal = new Signal();
    private final JournalRepository repository;
    private final JournalProcessor processor;
    private final TransactionTemplate transaction;
    private final AtomicBoolean newNumbers = new AtomicBoolean(true);
    private volatile boolean running;
    private volatile @Nullable Thread thread;

    JournalWorker(JournalRepository repository, JournalProcessor processor, PlatformTransactionManager transactions) {
        this.repository = repository;
        this.processor = processor;
        this.transaction = new TransactionTemplate(transactions);
    }

    void wake() {
        signal.raise();
    }

    void wakeAfterCommit() {
        signal.raiseAfterCommit();
    }

    /** What came for the number before it was ours can be processed once it is. */
    @TransactionalEventListener(fallbackExecution = true)
    void on(NumberAdded added) {
        newNumbers.set(true);
        wake();
    }

    private void workUntilStopped() {
        while (running) {
            try {
                if (!workOff()) {
                    signal.await(LONGEST_SLEEP);
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                log.error("The journal could not be read; trying again", e);
                pause();
            }
        }
    }

    private boolean workOff() {
        // Asked for by this thread alone: an entry found unassigned a moment ago cannot slip past.
        if (newNumbers.getAndSet(false)) {
            transaction.executeWithoutResult(status -> repository.replay(Set.of(JournalState.UNASSIGNED)));
        }
        List<JournalEntry> entries = transaction.execute(status -> repository.waiting(AT_ONCE));
        if (!entries.isEmpty()) {
            processor.process(entries);
        }
        return !entries.isEmpty();
    }

    private static void pause() {
        try {
            Thread.sleep(Duration.ofSeconds(1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("journal-worker").start(this::workUntilStopped);
    }

    @Override
    public void stop() {
        running = false;
        signal.raise();
        Thread working = thread;
        if (working != null) {
            try {
                working.join(Duration.ofSeconds(10));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Starts before the web server and stops after it: what it took is finished. */
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
