package app.parley.billing;

import static app.parley.conversations.Direction.INBOUND;
import static app.parley.db.Tables.FAILED_MESSAGE;
import static app.parley.db.Tables.LEDGER_QUARTER;
import static app.parley.db.Tables.SESSION;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import app.parley.numbers.NumberId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record2;
import org.jooq.Select;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Sessions, messages, failures and fees of a period, by day or number. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class FeeRepository {

    private static final int DAYS_AT_ONCE = 62;

    private final DSLContext db;

    FeeRepository(DSLContext db) {
        this.db = db;
    }

    Map<LocalDate, Figures> byDay(Period period, @Nullable NumberId number) {
        Map<LocalDate, Figures> figures = new HashMap<>();
        Field<BigDecimal> inbound = sum(when(LEDGER_QUARTER.DIRECTION.eq(INBOUND), LEDGER_QUARTER.MESSAGES));
        Field<BigDecimal> inboundFees = sum(when(LEDGER_QUARTER.DIRECTION.eq(INBOUND), LEDGER_QUARTER.AMOUNT));
        // By the quarter hour alone, H2 reads the rows in their order and need not gather them.
        db.select(
                        LEDGER_QUARTER.QUARTER,
                        inbound,
                        inboundFees,
                        sum(LEDGER_QUARTER.MESSAGES),
                        sum(LEDGER_QUARTER.AMOUNT))
                .from(LEDGER_QUARTER)
                .where(LEDGER_QUARTER.QUARTER.ge(Quarters.of(period.start())))
                .and(LEDGER_QUARTER.QUARTER.lt(Quarters.of(period.end())))
                .and(of(number, LEDGER_QUARTER.NUMBER_ID))
                .groupBy(LEDGER_QUARTER.QUARTER)
                .forEach(row -> figures.merge(
                        LocalDate.ofInstant(Quarters.start(row.value1()), period.zone()),
                        Figures.of(orZero(row.value2()), orZero(row.value3()), row.value4(), row.value5()),
                        Figures::plus));
        add(figures, perDay(period, SESSION.OPENED_AT, of(number, SESSION.NUMBER_ID)), Figures::sessions);
        add(figures, perDay(period, FAILED_MESSAGE.AT, of(number, FAILED_MESSAGE.NUMBER_ID)), Figures::failed);
        return figures;
    }

    private static BigDecimal orZero(@Nullable BigDecimal sum) {
        return sum == null ? BigDecimal.ZERO : sum;
    }

    /** Each day from a stretch of the index, a few dozen in one query: faster than working out every row's day. */
    private Map<LocalDate, Integer> perDay(Period period, TableField<?, Instant> time, Condition condition) {
        Map<LocalDate, Integer> counts = new HashMap<>();
        List<LocalDate> days = period.from().datesUntil(period.to().plusDays(1)).toList();
        for (int first = 0; first < days.size(); first += DAYS_AT_ONCE) {
            List<LocalDate> some = days.subList(first, Math.min(first + DAYS_AT_ONCE, days.size()));
            Select<Record2<Long, Integer>> query = ofDay(period, some.getFirst(), time, condition);
            for (LocalDate day : some.subList(1, some.size())) {
                query = query.unionAll(ofDay(period, day, time, condition));
            }
            db.fetch(query).forEach(row -> counts.put(LocalDate.ofEpochDay(row.value1()), row.value2()));
        }
        return counts;
    }

    private static Select<Record2<Long, Integer>> ofDay(
            Period period, LocalDate day, TableField<?, Instant> time, Condition condition) {
        return select(inline(day.toEpochDay()), count())
                .from(Objects.requireNonNull(time.getTable()))
                .where(in(new Period(day, day, period.zone()), time))
                .and(condition);
    }

    Map<NumberId, Figures> byNumber(Period period, @Nullable NumberId number) {
        Map<NumberId, Figures> figures = fees(period, number, LEDGER_QUARTER.NUMBER_ID);
        add(figures, sessions(period, number, SESSION.NUMBER_ID), Figures::sessions);
        add(figures, failures(period, number, FAILED_MESSAGE.NUMBER_ID), Figures::failed);
        return figures;
    }

    /** Of customers: their sessions and messages. */
    Figures ofCustomers(Period period, @Nullable NumberId number) {
        return db.select(
                        coalesce(sum(LEDGER_QUARTER.MESSAGES), BigDecimal.ZERO),
                        coalesce(sum(LEDGER_QUARTER.AMOUNT), BigDecimal.ZERO))
                .from(LEDGER_QUARTER)
                .where(LEDGER_QUARTER.QUARTER.ge(Quarters.of(period.start())))
                .and(LEDGER_QUARTER.QUARTER.lt(Quarters.of(period.end())))
                .and(LEDGER_QUARTER.DIRECTION.eq(INBOUND))
                .and(of(number, LEDGER_QUARTER.NUMBER_ID))
                .fetchSingle(row -> Figures.inbound(row.value1().longValueExact(), row.value2()))
                .plus(Figures.sessions(
                        db.fetchCount(SESSION, in(period, SESSION.OPENED_AT).and(of(number, SESSION.NUMBER_ID)))));
    }

    private <K> Map<K, Figures> fees(Period period, @Nullable NumberId number, TableField<?, K> key) {
        Map<K, Figures> figures = new HashMap<>();
        db.select(key, LEDGER_QUARTER.DIRECTION, sum(LEDGER_QUARTER.MESSAGES), sum(LEDGER_QUARTER.AMOUNT))
                .from(LEDGER_QUARTER)
                .where(LEDGER_QUARTER.QUARTER.ge(Quarters.of(period.start())))
                .and(LEDGER_QUARTER.QUARTER.lt(Quarters.of(period.end())))
                .and(of(number, LEDGER_QUARTER.NUMBER_ID))
                .groupBy(key, LEDGER_QUARTER.DIRECTION)
                .forEach(row -> figures.merge(
                        row.value1(),
                        row.value2() == INBOUND
                                ? Figures.inbound(row.value3().longValueExact(), row.value4())
                                : Figures.outbound(row.value3().longValueExact(), row.value4()),
                        Figures::plus));
        return figures;
    }

    private <K> Map<K, Integer> sessions(Period period, @Nullable NumberId number, Field<K> key) {
        return db.select(key, count())
                .from(SESSION)
                .where(in(period, SESSION.OPENED_AT))
                .and(of(number, SESSION.NUMBER_ID))
                .groupBy(key)
                .fetchMap(key, count());
    }

    private <K> Map<K, Integer> failures(Period period, @Nullable NumberId number, Field<K> key) {
        return db.select(key, count())
                .from(FAILED_MESSAGE)
                .where(in(period, FAILED_MESSAGE.AT))
                .and(of(number, FAILED_MESSAGE.NUMBER_ID))
                .groupBy(key)
                .fetchMap(key, count());
    }

    private static <K> void add(Map<K, Figures> figures, Map<K, Integer> counts, Function<Integer, Figures> of) {
        counts.forEach((key, count) -> figures.merge(key, of.apply(count), Figures::plus));
    }

    static Condition in(Period period, Field<Instant> time) {
        return time.ge(period.start()).and(time.lt(period.end()));
    }

    /**
     * In a form that no index answers: H2 would rather take that of the foreign key and go through all that the number
     * ever had than go through the period. PostgreSQL still knows how many rows it leaves, and joins accordingly.
     */
    static Condition of(@Nullable NumberId number, Field<NumberId> field) {
        return number == null ? noCondition() : condition("({0} = {1}) is true", field, val(number, field));
    }
}
