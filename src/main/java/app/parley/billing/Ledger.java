package app.parley.billing;

import app.parley.conversations.ConversationsMerged;
import app.parley.conversations.FailedMessageDelivered;
import app.parley.conversations.MessageConfirmed;
import app.parley.conversations.MessageFailed;
import app.parley.conversations.MessagesStored;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Enters what messages cost, in the transaction that makes it true, as its last act: the sums are rows that many
 * transactions touch, and whoever holds one must not wait for anything else any more.
 */
@Component
class Ledger {

    private final LedgerRepository repository;
    private final RateRepository rates;

    Ledger(LedgerRepository repository, RateRepository rates) {
        this.repository = repository;
        this.rates = rates;
    }

    @EventListener
    void on(MessagesStored stored) {
        turn().add(stored.messages());
    }

    @EventListener
    void on(MessageConfirmed taken) {
        turn().add(taken);
    }

    @EventListener
    void on(MessageFailed lost) {
        turn().add(lost);
    }

    @EventListener
    void on(FailedMessageDelivered found) {
        turn().add(found);
    }

    @EventListener
    void on(ConversationsMerged joined) {
        repository.join(joined.gone(), joined.into());
    }

    /** Of the transaction that runs. */
    private LedgerChanges turn() {
        return TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(Entering.class::isInstance)
                .map(Entering.class::cast)
                .findFirst()
                .orElseGet(this::begin)
                .turn();
    }

    private Entering begin() {
        Entering entering = new Entering(this, new LedgerChanges());
        TransactionSynchronizationManager.registerSynchronization(entering);
        return entering;
    }

    private record Entering(Ledger ledger, LedgerChanges turn) implements TransactionSynchronization {

        @Override
        public void beforeCommit(boolean readOnly) {
            ledger.enter(turn);
        }
    }

    private void enter(LedgerChanges turn) {
        List<Entry> standing = turn.fated().isEmpty() ? List.of() : repository.entries(turn.fated());
        RateTable table = turn.charges() ? rates.table() : new RateTable(List.of());
        repository.insert(turn.entries(standing, table));
        repository.failed(turn.failed());
    }
}
