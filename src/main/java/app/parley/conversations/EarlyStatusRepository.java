package app.parley.conversations;

import static app.parley.db.Tables.EARLY_STATUS;
import static app.parley.foundation.AnyOf.anyOf;

import app.parley.cloudapi.GraphError;
import app.parley.numbers.NumberId;
import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Statuses that came before the answer that names their message; most are of other applications' messages. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class EarlyStatusRepository {

    private final DSLContext db;

    EarlyStatusRepository(DSLContext db) {
        this.db = db;
    }

    /** @param at by Meta's clock */
    record EarlyStatus(
            DeliveryState state, Instant at, @Nullable GraphError error) {}

    /** Each state once, with the earliest of its times. */
    void keep(NumberId number, String ref, EarlyStatus status, Instant receivedAt) {
        GraphError error = status.error();
        int kept = db.insertInto(EARLY_STATUS)
                .set(EARLY_STATUS.NUMBER_ID, number)
                .set(EARLY_STATUS.REF, ref)
                .set(EARLY_STATUS.STATE, status.state())
                .set(EARLY_STATUS.AT, status.at())
                .set(EARLY_STATUS.RECEIVED_AT, receivedAt)
                .set(EARLY_STATUS.ERROR_CODE, error == null ? null : error.code())
                .set(EARLY_STATUS.ERROR_TITLE, error == null ? null : error.title())
                .onDuplicateKeyIgnore()
                .execute();
        if (kept == 0) {
            db.update(EARLY_STATUS)
                    .set(EARLY_STATUS.AT, status.at())
                    .where(EARLY_STATUS.NUMBER_ID.eq(number))
                    .and(EARLY_STATUS.REF.eq(ref))
                    .and(EARLY_STATUS.STATE.eq(status.state()))
                    .and(EARLY_STATUS.AT.gt(status.at()))
                    .execute();
        }
    }

    /** Those of a message, taken away. */
    List<EarlyStatus> take(NumberId number, String ref) {
        var early = db.select(
                        EARLY_STATUS.ID,
                        EARLY_STATUS.STATE,
                        EARLY_STATUS.AT,
                        EARLY_STATUS.RECEIVED_AT,
                        EARLY_STATUS.ERROR_CODE,
                        EARLY_STATUS.ERROR_TITLE)
                .from(EARLY_STATUS)
                .where(EARLY_STATUS.NUMBER_ID.eq(number))
                .and(EARLY_STATUS.REF.eq(ref))
                .orderBy(EARLY_STATUS.ID)
                .fetch();
        if (early.isNotEmpty()) {
            // Only what was read: one that comes this moment stays for whoever comes next.
            db.deleteFrom(EARLY_STATUS)
                    .where(anyOf(EARLY_STATUS.ID, early.getValues(EARLY_STATUS.ID)))
                    .execute();
        }
        return early.map(EarlyStatusRepository::status);
    }

    private static EarlyStatus status(Record row) {
        Instant at = row.get(EARLY_STATUS.AT);
        Integer code = row.get(EARLY_STATUS.ERROR_CODE);
        return new EarlyStatus(
                row.get(EARLY_STATUS.STATE),
                at == null ? row.get(EARLY_STATUS.RECEIVED_AT) : at,
                code == null ? null : new GraphError(code, row.get(EARLY_STATUS.ERROR_TITLE)));
    }

    /** Lets go of those nobody asked for. */
    void forget(Instant receivedBefore) {
        db.deleteFrom(EARLY_STATUS)
                .where(EARLY_STATUS.RECEIVED_AT.lt(receivedBefore))
                .execute();
    }
}
