package app.parley.outbox;

import app.parley.conversations.ConversationsJoined;
import app.parley.conversations.ReplyQueued;
import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Puts what is queued into the tray, in the transaction that queued it, and wakes the worker after it. */
@Component
class Outbox {

    private final OutboxRepository repository;
    private final OutboxWorker worker;
    private final Clock clock;

    Outbox(OutboxRepository repository, OutboxWorker worker, Clock clock) {
        this.repository = repository;
        this.worker = worker;
        this.clock = clock;
    }

    @EventListener
    void on(ReplyQueued reply) {
        repository.insert(reply, clock.instant());
        worker.wakeAfterCommit();
    }

    @EventListener
    void on(ConversationsJoined joined) {
        repository.move(joined.gone(), joined.into());
    }
}
