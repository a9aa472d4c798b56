package app.parley.billing;

import static app.parley.db.Tables.META_AGENT_DAY;
import static app.parley.db.Tables.PRICING;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.sum;

import app.parley.numbers.NumberId;
import app.parley.team.AgentId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record5;
import org.jooq.Select;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What WhatsApp charges for agents' messages; what no agent of ours sent is {@link AgentSum#NOBODY}'s. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class AgentMetaRepository {

    private final DSLContext db;

    AgentMetaRepository(DSLContext db) {
        this.db = db;
    }

    List<MetaCount<AgentId>> byAgent(Spans spans, @Nullable NumberId number) {
        List<MetaCount<AgentId>> counts = new ArrayList<>();
        for (Spans.Span span : spans.all()) {
            UtcDays days = UtcDays.of(span.from(), span.until());
            add(counts, spans, span, days(days, number));
            days.edges().forEach(edge -> add(counts, spans, span, messages(edge, number)));
        }
        return counts;
    }

    private void add(
            List<MetaCount<AgentId>> counts,
            Spans spans,
            Spans.Span span,
            Select<Record5<AgentId, String, String, String, BigDecimal>> sums) {
        db.fetch(sums)
                .forEach(row -> counts.add(new MetaCount<>(
                        row.value1(),
                        spans.start(span.index()),
                        new MetaKind(row.value2(), row.value3(), row.value4()),
                        row.value5().longValueExact())));
    }

    private Select<Record5<AgentId, String, String, String, BigDecimal>> days(UtcDays days, @Nullable NumberId number) {
        Field<BigDecimal> messages = sum(META_AGENT_DAY.MESSAGES);
        return db.select(
                        META_AGENT_DAY.AGENT_ID,
                        META_AGENT_DAY.COUNTRY,
                        META_AGENT_DAY.CATEGORY,
                        META_AGENT_DAY.TYPE,
                        messages)
                .from(META_AGENT_DAY)
                .where(META_AGENT_DAY.UTC_DAY.ge(days.first()))
                .and(META_AGENT_DAY.UTC_DAY.lt(days.end()))
                .and(FeeRepository.of(number, META_AGENT_DAY.NUMBER_ID))
                .groupBy(META_AGENT_DAY.AGENT_ID, META_AGENT_DAY.COUNTRY, META_AGENT_DAY.CATEGORY, META_AGENT_DAY.TYPE)
                .having(messages.ne(inline(BigDecimal.ZERO)));
    }

    private Select<Record5<AgentId, String, String, String, BigDecimal>> messages(
            UtcDays.Edge edge, @Nullable NumberId number) {
        Field<AgentId> agent = AgentFeeRepository.orNobody(PRICING.AGENT_ID);
        Field<String> category = coalesce(PRICING.CATEGORY, inline(""));
        return db.select(agent, PRICING.COUNTRY, category, CustomerMetaRepository.TYPE, sum(inline(edge.sign())))
                .from(PRICING)
                .where(PRICING.TOLD_AT.ge(edge.from()))
                .and(PRICING.TOLD_AT.lt(edge.until()))
                .and(PRICING.LOST.isFalse())
                .and(FeeRepository.of(number, PRICING.NUMBER_ID))
                .groupBy(agent, PRICING.COUNTRY, category, CustomerMetaRepository.TYPE);
    }
}
