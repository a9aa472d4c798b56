package app.parley.billing;

import static app.parley.db.Tables.META_COMPARISON;
import static org.jooq.Records.mapping;

import java.util.Currency;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Converter;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
@Transactional(propagation = Propagation.MANDATORY)
class ComparisonRepository {

    private static final Converter<String, Currency> CURRENCY =
            Converter.ofNullable(String.class, Currency.class, Currency::getInstance, Currency::getCurrencyCode);

    private final DSLContext db;

    ComparisonRepository(DSLContext db) {
        this.db = db;
    }

    List<MetaComparison> of(Period period) {
        return db.select(
                        META_COMPARISON.WABA_ID,
                        META_COMPARISON.COMPARED_AT,
                        META_COMPARISON.OURS,
                        META_COMPARISON.THEIRS,
                        META_COMPARISON.COST,
                        META_COMPARISON.CURRENCY.convert(CURRENCY),
                        META_COMPARISON.TROUBLE)
                .from(META_COMPARISON)
                .where(is(period))
                .fetch(mapping(MetaComparison::new));
    }

    /** In place of what was found of the same period before. */
    void keep(Period period, MetaComparison comparison) {
        db.deleteFrom(META_COMPARISON)
                .where(is(period))
                .and(META_COMPARISON.WABA_ID.eq(comparison.wabaId()))
                .execute();
        db.insertInto(META_COMPARISON)
                .set(META_COMPARISON.WABA_ID, comparison.wabaId())
                .set(META_COMPARISON.FROM_DAY, period.from())
                .set(META_COMPARISON.TO_DAY, period.to())
                .set(META_COMPARISON.COMPARED_AT, comparison.comparedAt())
                .set(META_COMPARISON.OURS, comparison.ours())
                .set(META_COMPARISON.THEIRS, comparison.theirs())
                .set(META_COMPARISON.COST, comparison.cost())
                .set(META_COMPARISON.CURRENCY.convert(CURRENCY), comparison.currency())
                .set(META_COMPARISON.TROUBLE, comparison.trouble())
                .execute();
    }

    private static Condition is(Period period) {
        return META_COMPARISON.FROM_DAY.eq(period.from()).and(META_COMPARISON.TO_DAY.eq(period.to()));
    }
}
