package app.parley.billing;

import static app.parley.db.Tables.META_QUARTER;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.val;

import app.parley.numbers.NumberId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.LongFunction;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** How many messages WhatsApp charges in a period, by kind and by what they belong to. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class MetaCountRepository {

    private final DSLContext db;

    MetaCountRepository(DSLContext db) {
        this.db = db;
    }

    List<MetaCount<LocalDate>> byDay(Period period, @Nullable NumberId number) {
        Field<Long> day = LocalDays.of(period, META_QUARTER.QUARTER);
        return counts(period, number, day, day, LocalDate::ofEpochDay).stream()
                .map(count -> new MetaCount<>(count.since(), count.since(), count.kind(), count.messages()))
                .toList();
    }

    List<MetaCount<NumberId>> byNumber(Spans spans, @Nullable NumberId number) {
        return counts(spans.period(), number, META_QUARTER.NUMBER_ID, spans.of(META_QUARTER.QUARTER), spans::start);
    }

    private <K> List<MetaCount<K>> counts(
            Period period, @Nullable NumberId number, Field<K> key, Field<Long> span, LongFunction<LocalDate> since) {
        Field<K> of = key.as("of");
        Field<Long> spanned = span.as("spanned");
        var counted = db.select(
                        of,
                        spanned,
                        META_QUARTER.COUNTRY,
                        META_QUARTER.CATEGORY,
                        META_QUARTER.TYPE,
                        META_QUARTER.MESSAGES)
                .from(META_QUARTER)
                .where(META_QUARTER.QUARTER.ge(Quarters.of(period.start())))
                .and(META_QUARTER.QUARTER.lt(Quarters.of(period.end())))
                .and(FeeRepository.of(number, META_QUARTER.NUMBER_ID))
                .asTable("counted");
        Field<BigDecimal> messages = sum(counted.field(META_QUARTER.MESSAGES));
        return db.select(
                        counted.field(of),
                        counted.field(spanned),
                        counted.field(META_QUARTER.COUNTRY),
                        counted.field(META_QUARTER.CATEGORY),
                        counted.field(META_QUARTER.TYPE),
                        messages)
                .from(counted)
                .groupBy(
                        counted.field(of),
                        counted.field(spanned),
                        counted.field(META_QUARTER.COUNTRY),
                        counted.field(META_QUARTER.CATEGORY),
                        counted.field(META_QUARTER.TYPE))
                .having(messages.ne(inline(BigDecimal.ZERO)))
                .fetch(row -> new MetaCount<>(
                        row.value1(),
                        since.apply(row.value2()),
                        new MetaKind(row.value3(), row.value4(), row.value5()),
                        row.value6().longValueExact()));
    }

    /** How many of them have arrived, and how many there are. */
    MetaProgress progress(Period period, @Nullable NumberId number) {
        return db.select(sum(META_QUARTER.MESSAGES), sum(META_QUARTER.CONFIRMED))
                .from(META_QUARTER)
                .where(META_QUARTER.QUARTER.ge(val(Quarters.of(period.start()))))
                .and(META_QUARTER.QUARTER.lt(Quarters.of(period.end())))
                .and(FeeRepository.of(number, META_QUARTER.NUMBER_ID))
                .fetchSingle(row -> new MetaProgress(whole(row.value1()), whole(row.value2())));
    }

    private static long whole(@Nullable BigDecimal sum) {
        return sum == null ? 0 : sum.longValueExact();
    }
}
