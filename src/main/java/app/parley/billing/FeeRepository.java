package app.parley.billing;

import static app.parley.db.Tables.FAILED_MESSAGE;
import static app.parley.db.Tables.LEDGER_SUM;
import static app.parley.db.Tables.SESSION;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.sum;

import app.parley.conversations.Direction;
import app.parley.numbers.NumberId;
import app.parley.team.AgentId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Sessions, messages, failures and fees of a period, by quarter hour, number or agent. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class FeeRepository {

    private final DSLContext db;

    FeeRepository(DSLContext db) {
        this.db = db;
    }

    /** By {@link Quarters}. */
    Map<Long, Figures> byQuarter(Period period, @Nullable NumberId number) {
        Map<Long, Figures> figures = fees(period, number, LEDGER_SUM.QUARTER);
        add(figures, sessions(period, number, quarterOf(SESSION.OPENED_AT)), Figures::sessions);
        add(figures, failures(period, number, quarterOf(FAILED_MESSAGE.AT)), Figures::failed);
        return figures;
    }

    Map<NumberId, Figures> byNumber(Period period, @Nullable NumberId number) {
        Map<NumberId, Figures> figures = fees(period, number, LEDGER_SUM.NUMBER_ID);
        add(figures, sessions(period, number, SESSION.NUMBER_ID), Figures::sessions);
        add(figures, failures(period, number, FAILED_MESSAGE.NUMBER_ID), Figures::failed);
        return figures;
    }

    /** Customers' messages and sessions are {@link QuarterSum#NOBODY}'s. */
    Map<AgentId, Figures> byAgent(Period period, @Nullable NumberId number) {
        Map<AgentId, Figures> figures = fees(period, number, LEDGER_SUM.AGENT_ID);
        add(
                figures,
                failures(
                        period,
                        number,
                        coalesce(FAILED_MESSAGE.AGENT_ID, inline(QuarterSum.NOBODY, FAILED_MESSAGE.AGENT_ID))),
                Figures::failed);
        long sessions = sessions(period, number);
        if (sessions > 0) {
            figures.merge(QuarterSum.NOBODY, Figures.sessions(sessions), Figures::plus);
        }
        return figures;
    }

    private <K> Map<K, Figures> fees(Period period, @Nullable NumberId number, TableField<?, K> key) {
        Map<K, Figures> figures = new HashMap<>();
        db.select(key, LEDGER_SUM.DIRECTION, sum(LEDGER_SUM.MESSAGES), sum(LEDGER_SUM.AMOUNT))
                .from(LEDGER_SUM)
                .where(LEDGER_SUM.QUARTER.ge(Quarters.of(period.start())))
                .and(LEDGER_SUM.QUARTER.lt(Quarters.of(period.end())))
                .and(of(number, LEDGER_SUM.NUMBER_ID))
                .groupBy(key, LEDGER_SUM.DIRECTION)
                .forEach(row -> figures.merge(
                        row.value1(),
                        row.value2() == Direction.INBOUND
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

    private long sessions(Period period, @Nullable NumberId number) {
        return db.fetchCount(SESSION, in(period, SESSION.OPENED_AT).and(of(number, SESSION.NUMBER_ID)));
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

    static Condition of(@Nullable NumberId number, Field<NumberId> field) {
        return number == null ? noCondition() : field.eq(number);
    }

    private static Field<Long> quarterOf(Field<Instant> time) {
        return field("cast(floor(extract(epoch from {0}) / 900) as bigint)", Long.class, time);
    }
}
