package app.parley.admin;

import app.parley.billing.Reconciled;
import app.parley.billing.Reconciliation;
import java.util.Optional;

/** Whether the ledger is what follows from the messages, as the last comparison found. */
final class LedgerBlock extends HealthBlock<Optional<Reconciled>> {

    private final transient Reconciliation reconciliation;
    private final transient ReaderTime time;

    LedgerBlock(Reconciliation reconciliation, ReaderTime time) {
        super("ledger");
        this.reconciliation = reconciliation;
        this.time = time;
    }

    @Override
    Optional<Reconciled> ask() {
        return reconciliation.last();
    }

    @Override
    void show(Optional<Reconciled> asked) {
        if (asked.isEmpty()) {
            say("health.ledger.never");
            return;
        }
        Reconciled last = asked.get();
        String when = time.words(last.finishedAt());
        if (last.agrees()) {
            sayAllIsWell("health.ledger.well");
            say("health.ledger.compared", last.entries(), last.messages(), when);
        } else {
            warn("health.ledger.differs", last.differences(), when);
            last.sample().forEach(difference -> say("health.ledger.difference", difference));
        }
    }
}
