package app.parley.admin;

import app.parley.outbox.OutboxQueries;
import app.parley.outbox.PostTray;

/** What waits to be sent, and since when. */
final class OutboxBlock extends HealthBlock<PostTray> {

    private final transient OutboxQueries outbox;
    private final transient ReaderTime time;

    OutboxBlock(OutboxQueries outbox, ReaderTime time) {
        super("outbox");
        this.outbox = outbox;
        this.time = time;
    }

    @Override
    PostTray ask() {
        return outbox.tray();
    }

    @Override
    void show(PostTray tray) {
        if (tray.oldest() == null) {
            sayAllIsWell("health.outbox.well");
        } else {
            say("health.outbox.waiting", tray.waiting(), time.words(tray.oldest()));
        }
    }
}
