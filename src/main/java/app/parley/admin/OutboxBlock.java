package app.parley.admin;

import app.parley.outbox.OutboxBacklog;
import app.parley.outbox.OutboxQueries;

/** What waits to be sent, and since when. */
final class OutboxBlock extends HealthBlock<OutboxBacklog> {

    private final transient OutboxQueries outbox;
    private final transient ReaderTime time;

    OutboxBlock(OutboxQueries outbox, ReaderTime time) {
        super("outbox");
        this.outbox = outbox;
        this.time = time;
    }

    @Override
    OutboxBacklog ask() {
        return outbox.backlog();
    }

    @Override
    void show(OutboxBacklog backlog) {
        if (backlog.oldest() == null) {
            sayAllIsWell("health.outbox.well");
        } else {
            say("health.outbox.waiting", backlog.waiting(), time.words(backlog.oldest()));
        }
    }
}
