package app.parley.privacy;

import static app.parley.db.Tables.ERASURE;

import app.parley.conversations.CustomerId;
import app.parley.team.AgentId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Who is being erased: written down, so that a restart goes on with it. */
@Repository("customerErasureRepository")
@Transactional
class ErasureRepository {

    private static final String BETWEEN = "\n";

    private final DSLContext db;

    ErasureRepository(DSLContext db) {
        this.db = db;
    }

    /**
     * @param identities needed until the journal does not name them any more
     * @param upTo the last body of the journal that is searched for them
     */
    record Pending(CustomerId customer, Set<String> identities, long upTo) {}

    void insert(CustomerId customer, AgentId admin, Set<String> identities, long upTo, Instant now) {
        db.insertInto(ERASURE)
                .set(ERASURE.CUSTOMER_ID, customer)
                .set(ERASURE.AGENT_ID, admin)
                .set(ERASURE.ASKED_AT, now)
                .set(ERASURE.IDENTITIES, String.join(BETWEEN, identities))
                .set(ERASURE.JOURNAL_ID, upTo)
                .execute();
    }

    Optional<Pending> next() {
        return db.selectFrom(ERASURE)
                .where(ERASURE.DONE_AT.isNull())
                .orderBy(ERASURE.ASKED_AT)
                .limit(1)
                .fetchOptional(row -> new Pending(
                        row.get(ERASURE.CUSTOMER_ID),
                        Set.of(
                                row.get(ERASURE.IDENTITIES).isEmpty()
                                        ? new String[0]
                                        : row.get(ERASURE.IDENTITIES).split(BETWEEN)),
                        Objects.requireNonNullElse(row.get(ERASURE.JOURNAL_ID), Long.MAX_VALUE)));
    }

    void done(CustomerId customer, Instant now) {
        db.update(ERASURE)
                .set(ERASURE.DONE_AT, now)
                .setNull(ERASURE.IDENTITIES)
                .where(ERASURE.CUSTOMER_ID.eq(customer))
                .execute();
    }
}
