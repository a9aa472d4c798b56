package app.parley.outbox;

import app.parley.conversations.ConversationsMerged;
import app.parley.conversations.CustomerErased;
import app.parley.conversations.MessagesErased;
import app.parley.conversations.NumberRefused;
import app.parley.conversations.ReplyQueued;
import app.parley.numbers.NumberPaused;
import app.parley.numbers.Numbers;
import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts what is queued into the outbox, in the transaction that queued it, and wakes the worker after it. */
@Component
class Outbox {

    private final OutboxRepository repository;
    private final OutboxWorker worker;
    private final Numbers numbers;
    private final TransactionTemplate another;
    private final Clock clock;

    Outbox(
            OutboxRepository repository,
            OutboxWorker worker,
            Numbers numbers,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.repository = repository;
        this.worker = worker;
        this.numbers = numbers;
        this.another = new TransactionTemplate(transactions);
        this.another.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    @EventListener
    void on(ReplyQueued reply) {
        repository.insert(reply, clock.instant());
        worker.wakeAfterCommit();
    }

    @EventListener
    void on(ConversationsMerged joined) {
        repository.move(joined.gone(), joined.into());
    }

    /** What is being sent is waited for. */
    @EventListener
    void on(CustomerErased erased) {
        repository.dropWaiting(erased.conversations());
    }

    @EventListener
    void on(MessagesErased erased) {
        repository.erase(erased.messages());
    }

    /** Of a number that sends again, what waits is sent. */
    @TransactionalEventListener(fallbackExecution = true)
    void on(NumberPaused paused) {
        worker.wake();
    }

    /** Whatever else this number sends would fail the same way. */
    @TransactionalEventListener(fallbackExecution = true)
    void on(NumberRefused refused) {
        another.executeWithoutResult(status -> numbers.pause(refused.number(), refused.code()));
    }
}
