package app.parley.foundation;

import java.time.Duration;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

/** Gives out leases, one for each piece of work that only one process at a time may do. */
@Component
public class Leases {

    /** How long a holder that was killed keeps the others waiting. */
    private static final Duration LENGTH = Duration.ofSeconds(15);

    private final LeaseRepository repository;
    private final PlatformTransactionManager transactions;
    private final DSLContext db;

    Leases(LeaseRepository repository, PlatformTransactionManager transactions, DSLContext db) {
        this.repository = repository;
        this.transactions = transactions;
        this.db = db;
    }

    /** @param taken called whenever it became ours; must return at once */
    public Lease lease(String name, Runnable taken) {
        return lease(name, LENGTH, taken);
    }

    /** @param length how long it outlives its holder; renewed after a third of it */
    public Lease lease(String name, Duration length, Runnable taken) {
        return new Lease(name, length, isAlone(), repository, transactions, taken);
    }

    /** An H2 file is open in one process only: who held a lease in it is no more. */
    private boolean isAlone() {
        return db.connectionResult(connection -> connection.getMetaData().getURL())
                .startsWith("jdbc:h2:file:");
    }
}
