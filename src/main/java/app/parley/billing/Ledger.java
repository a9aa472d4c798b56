package app.parley.billing;

import app.parley.conversations.ConversationsJoined;
import app.parley.conversations.MessageFoundAgain;
import app.parley.conversations.MessageLost;
import app.parley.conversations.MessageTaken;
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
    void on(MessageTaken taken) {
        turn().add(taken);
    }

    @EventListener
    void on(MessageLost lost) {
        turn().add(lost);
    }

    @EventListener
    void on(MessageFoundAgain found) {
        turn().add(found);
    }

    @EventListener
    void on(ConversationsJoined joined) {
        repository.joinDays(joined.gone(), joined.into());
    }

    /** Of the transaction that runs. */
    private Turn turn() {
        return TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(Entering.class::isInstance)
                .map(Entering.class::cast)
                .findFirst()
                .orElseGet(this::begin)
                .turn();
    }

    private Entering begin() {
        Entering entering = new Entering(this, new Turn());
        TransactionSynchronizationManager.registerSynchronization(entering);
        return entering;
    }

    private record Entering(Ledger ledger, Turn turn) implements TransactionSynchronization {

        @Override
        public void beforeCommit(boolean readOnly) {
            ledger.enter(turn);
        }
    }

    private void enter(Turn turn) {
        List<Entry> standing = turn.fated().isEmpty() ? List.of() : repository.entries(turn.fated());
        RateTable table = turn.charges() ? rates.table() : new RateTable(List.of());
        repository.insert(turn.entries(standing, table));
        repository.failed(turn.failed());
    }
}
