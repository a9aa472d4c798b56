package app.parley.conversations;

import static app.parley.db.Tables.CUSTOMER_CONFLICT;

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
        boolean inOrder = one.value() < other.value();
        db.insertInto(CUSTOMER_CONFLICT)
                .set(CUSTOMER_CONFLICT.CUSTOMER_ID, inOrder ? one : other)
                .set(CUSTOMER_CONFLICT.OTHER_CUSTOMER_ID, inOrder ? other : one)
                .set(CUSTOMER_CONFLICT.FOUND_AT, now)
                .onDuplicateKeyIgnore()
                .execute();
    }
}
