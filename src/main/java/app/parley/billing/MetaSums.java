package app.parley.billing;

import app.parley.conversations.ConversationsMerged;
import app.parley.conversations.MessagePriced;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Counts what WhatsApp charges, in the transaction in which it is told, at its end: just before the {@link Ledger}, so
 * that everybody takes the rows of sums in the same order.
 */
@Component
class MetaSums {

    private final MetaSumRepository repository;

    MetaSums(MetaSumRepository repository) {
        this.repository = repository;
    }

    @EventListener
    void on(MessagePriced priced) {
        turn().add(priced);
    }

    @EventListener
    void on(ConversationsMerged joined) {
        repository.join(joined.gone(), joined.into());
    }

    /** Of the transaction that runs. */
    private MetaCountChanges turn() {
        return TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(Counting.class::isInstance)
                .map(Counting.class::cast)
                .findFirst()
                .orElseGet(this::begin)
                .turn();
    }

    private Counting begin() {
        Counting counting = new Counting(repository, new MetaCountChanges());
        TransactionSynchronizationManager.registerSynchronization(counting);
        return counting;
    }

    private record Counting(MetaSumRepository repository, MetaCountChanges turn) implements TransactionSynchronization {

        @Override
        public int getOrder() {
            return Ordered.LOWEST_PRECEDENCE - 1;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            repository.add(turn);
        }
    }
}
