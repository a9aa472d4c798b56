package app.parley.billing;

import static app.parley.db.Tables.FAILED_MESSAGE;
import static app.parley.db.Tables.LEDGER_AGENT_DAY;
import static app.parley.db.Tables.LEDGER_ENTRY;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.when;

import app.parley.conversations.Direction;
import app.parley.numbers.NumberId;
import app.parley.team.AgentId;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record3;
import org.jooq.Select;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Messages of ours, failures and fees of a period, by agent; what is no agent's is {@link AgentSum#NOBODY}'s. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class AgentFeeRepository {

    private final DSLContext db;

    AgentFeeRepository(DSLContext db) {
        this.db = db;
    }

    Map<AgentId, Figures> outbound(Period period, @Nullable NumberId number) {
        Map<AgentId, Figures> figures = new HashMap<>();
        UtcDays days = UtcDays.of(period.start(), period.end());
        add(figures, days(days, number));
        days.edges().forEach(edge -> add(figures, entries(edge, number)));
        failures(period, number)
                .forEach((agent, failed) -> figures.merge(agent, Figures.failed(failed), Figures::plus));
        return figures;
    }

    private void add(Map<AgentId, Figures> figures, Select<Record3<AgentId, BigDecimal, BigDecimal>> sums) {
        db.fetch(sums)
                .forEach(row -> figures.merge(
                        row.value1(), Figures.outbound(row.value2().longValueExact(), row.value3()), Figures::plus));
    }

    private Select<Record3<AgentId, BigDecimal, BigDecimal>> days(UtcDays days, @Nullable NumberId number) {
        return db.select(LEDGER_AGENT_DAY.AGENT_ID, sum(LEDGER_AGENT_DAY.MESSAGES), sum(LEDGER_AGENT_DAY.AMOUNT))
                .from(LEDGER_AGENT_DAY)
                .where(LEDGER_AGENT_DAY.UTC_DAY.ge(days.first()))
                .and(LEDGER_AGENT_DAY.UTC_DAY.lt(days.end()))
                .and(FeeRepository.of(number, LEDGER_AGENT_DAY.NUMBER_ID))
                .groupBy(LEDGER_AGENT_DAY.AGENT_ID);
    }

    private Select<Record3<AgentId, BigDecimal, BigDecimal>> entries(UtcDays.Edge edge, @Nullable NumberId number) {
        Field<AgentId> agent = orNobody(LEDGER_ENTRY.AGENT_ID);
        return db.select(
                        agent,
                        sum(when(LEDGER_ENTRY.ENTRY.eq(EntryKind.CHARGE), inline(edge.sign()))
                                .otherwise(inline(-edge.sign()))),
                        sum(LEDGER_ENTRY.AMOUNT.mul(inline(edge.sign()))))
                .from(LEDGER_ENTRY)
                .where(LEDGER_ENTRY.AT.ge(edge.from()))
                .and(LEDGER_ENTRY.AT.lt(edge.until()))
                .and(LEDGER_ENTRY.DIRECTION.eq(Direction.OUTBOUND))
                .and(FeeRepository.of(number, LEDGER_ENTRY.NUMBER_ID))
                .groupBy(agent);
    }

    private Map<AgentId, Integer> failures(Period period, @Nullable NumberId number) {
        Field<AgentId> agent = orNobody(FAILED_MESSAGE.AGENT_ID);
        return db.select(agent, count())
                .from(FAILED_MESSAGE)
                .where(FeeRepository.in(period, FAILED_MESSAGE.AT))
                .and(FeeRepository.of(number, FAILED_MESSAGE.NUMBER_ID))
                .groupBy(agent)
                .fetchMap(agent, count());
    }

    static Field<AgentId> orNobody(Field<AgentId> agent) {
        return coalesce(agent, inline(AgentSum.NOBODY, agent));
    }
}
