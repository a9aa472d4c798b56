package app.parley.conversations;

import static app.parley.db.Tables.PRICING;

import app.parley.cloudapi.Pricing;
import app.parley.numbers.NumberId;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What Meta bills messages as, whoever sent them from our numbers. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class PricingRepository {

    private final DSLContext db;

    PricingRepository(DSLContext db) {
        this.db = db;
    }

    /** Once for each message, however often it is told: the first that is told, until a later state tells another. */
    void keep(NumberId number, String ref, Pricing pricing, DeliveryState state, Instant at) {
        int kept = db.insertInto(PRICING)
                .set(PRICING.NUMBER_ID, number)
                .set(PRICING.REF, ref)
                .set(PRICING.CATEGORY, pricing.category())
                .set(PRICING.TYPE, pricing.type())
                .set(PRICING.MODEL, pricing.model())
                .set(PRICING.BILLABLE, pricing.billable())
                .set(PRICING.STATE, state)
                .set(PRICING.AT, at)
                .onDuplicateKeyIgnore()
                .execute();
        if (kept == 0) {
            db.update(PRICING)
                    .set(PRICING.CATEGORY, pricing.category())
                    .set(PRICING.TYPE, pricing.type())
                    .set(PRICING.MODEL, pricing.model())
                    .set(PRICING.BILLABLE, pricing.billable())
                    .set(PRICING.STATE, state)
                    .set(PRICING.AT, at)
                    .where(PRICING.NUMBER_ID.eq(number))
                    .and(PRICING.REF.eq(ref))
                    .and(PRICING.STATE.in(before(state)))
                    .execute();
        }
    }

    private static List<DeliveryState> before(DeliveryState state) {
        return Arrays.stream(DeliveryState.values())
                .filter(earlier -> earlier.compareTo(state) < 0)
                .toList();
    }
}
