package app.parley.conversations;

import static app.parley.db.Tables.CUSTOMER_CONFLICT;
import static org.jooq.impl.DSL.selectOne;

import java.time.Instant;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Pairs of customers that seem to be one person. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class ConflictRepository {

    private final DSLContext db;

    ConflictRepository(DSLContext db) {
        this.db = db;
    }

    /** A pair is noted once, whoever of them is named first; one that an admin has settled stays settled. */
    void note(CustomerId one, CustomerId other, Instant now) {
        db.insertInto(CUSTOMER_CONFLICT)
                .set(CUSTOMER_CONFLICT.CUSTOMER_ID, lower(one, other))
                .set(CUSTOMER_CONFLICT.OTHER_CUSTOMER_ID, higher(one, other))
                .set(CUSTOMER_CONFLICT.FOUND_AT, now)
                .onDuplicateKeyIgnore()
                .execute();
    }

    /** What was in question of one customer is in question of another, unless it was already; nobody is asked twice. */
    void handOver(CustomerId gone, CustomerId instead) {
        db.select(CUSTOMER_CONFLICT.ID, CUSTOMER_CONFLICT.CUSTOMER_ID, CUSTOMER_CONFLICT.OTHER_CUSTOMER_ID)
                .from(CUSTOMER_CONFLICT)
                .where(CUSTOMER_CONFLICT.CUSTOMER_ID.eq(gone).or(CUSTOMER_CONFLICT.OTHER_CUSTOMER_ID.eq(gone)))
                .fetch()
                .forEach(conflict -> {
                    CustomerId one = conflict.get(CUSTOMER_CONFLICT.CUSTOMER_ID);
                    CustomerId third = one.equals(gone) ? conflict.get(CUSTOMER_CONFLICT.OTHER_CUSTOMER_ID) : one;
                    long id = conflict.get(CUSTOMER_CONFLICT.ID);
                    if (third.equals(instead) || isNoted(third, instead)) {
                        db.deleteFrom(CUSTOMER_CONFLICT)
                                .where(CUSTOMER_CONFLICT.ID.eq(id))
                                .execute();
                    } else {
                        db.update(CUSTOMER_CONFLICT)
                                .set(CUSTOMER_CONFLICT.CUSTOMER_ID, lower(third, instead))
                                .set(CUSTOMER_CONFLICT.OTHER_CUSTOMER_ID, higher(third, instead))
                                .where(CUSTOMER_CONFLICT.ID.eq(id))
                                .execute();
                    }
                });
    }

    private boolean isNoted(CustomerId one, CustomerId other) {
        return db.fetchExists(selectOne()
                .from(CUSTOMER_CONFLICT)
                .where(CUSTOMER_CONFLICT.CUSTOMER_ID.eq(lower(one, other)))
                .and(CUSTOMER_CONFLICT.OTHER_CUSTOMER_ID.eq(higher(one, other))));
    }

    private static CustomerId lower(CustomerId one, CustomerId other) {
        return one.value() < other.value() ? one : other;
    }

    private static CustomerId higher(CustomerId one, CustomerId other) {
        return one.value() < other.value() ? other : one;
    }
}
