package app.parley.conversations;

import static app.parley.db.Tables.PRICING;

import app.parley.cloudapi.Pricing;
import app.parley.numbers.NumberId;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What Meta bills messages as, whoever sent them from our numbers; one row for each. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class PricingRepository {

    private final DSLContext db;

    PricingRepository(DSLContext db) {
        this.db = db;
    }

    /** @return whether it is the first that is told of this message */
    boolean insert(NumberId number, String ref, ReportedPricing told) {
        return db.insertInto(PRICING)
                        .set(PRICING.NUMBER_ID, number)
                        .set(PRICING.REF, ref)
                        .set(values(told))
                        .onDuplicateKeyIgnore()
                        .execute()
                > 0;
    }

    Optional<ReportedPricing> lock(NumberId number, String ref) {
        return db.selectFrom(PRICING)
                .where(PRICING.NUMBER_ID.eq(number))
                .and(PRICING.REF.eq(ref))
                .forUpdate()
                .fetchOptional(PricingRepository::told);
    }

    void update(NumberId number, String ref, ReportedPricing told) {
        db.update(PRICING)
                .set(values(told))
                .where(PRICING.NUMBER_ID.eq(number))
                .and(PRICING.REF.eq(ref))
                .execute();
    }

    private static Map<Field<?>, Object> values(ReportedPricing told) {
        return Map.ofEntries(
                Map.entry(PRICING.CATEGORY, DSL.val(told.pricing().category(), PRICING.CATEGORY)),
                Map.entry(PRICING.TYPE, DSL.val(told.pricing().type(), PRICING.TYPE)),
                Map.entry(PRICING.MODEL, DSL.val(told.pricing().model(), PRICING.MODEL)),
                Map.entry(PRICING.BILLABLE, DSL.val(told.pricing().billable(), PRICING.BILLABLE)),
                Map.entry(PRICING.STATE, told.state()),
                Map.entry(PRICING.AT, told.at()),
                Map.entry(PRICING.COUNTRY, told.country()),
                Map.entry(PRICING.TOLD_AT, told.toldAt()),
                Map.entry(PRICING.AGENT_ID, DSL.val(told.agent(), PRICING.AGENT_ID)),
                Map.entry(PRICING.CONVERSATION_ID, DSL.val(told.conversation(), PRICING.CONVERSATION_ID)),
                Map.entry(PRICING.LOST, told.lost()));
    }

    private static ReportedPricing told(Record row) {
        return new ReportedPricing(
                new Pricing(
                        row.get(PRICING.CATEGORY),
                        row.get(PRICING.TYPE),
                        row.get(PRICING.MODEL),
                        row.get(PRICING.BILLABLE)),
                row.get(PRICING.STATE),
                row.get(PRICING.AT),
                row.get(PRICING.COUNTRY),
                row.get(PRICING.TOLD_AT),
                row.get(PRICING.AGENT_ID),
                row.get(PRICING.CONVERSATION_ID),
                row.get(PRICING.LOST));
    }
}
