package app.parley.foundation;

import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * For work that is done again after a crash, from what is on the disk: its commit does not wait for the disk, and the
 * next one that does takes it along. Not for what anybody outside is told of.
 */
public final class ReplayableTransaction extends TransactionTemplate {

    static final String NAME = "redone after a crash";

    public ReplayableTransaction(PlatformTransactionManager transactions) {
        super(transactions);
        setName(NAME);
    }
}
