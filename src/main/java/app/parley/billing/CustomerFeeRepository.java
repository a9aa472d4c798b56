package app.parley.billing;

import static app.parley.db.Tables.CONVERSATION;
import static app.parley.db.Tables.CUSTOMER;
import static app.parley.db.Tables.FAILED_MESSAGE;
import static app.parley.db.Tables.LEDGER_DAY;
import static app.parley.db.Tables.LEDGER_ENTRY;
import static app.parley.db.Tables.MESSAGE;
import static app.parley.db.Tables.SESSION;
import static app.parley.foundation.AnyOf.anyOf;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.when;

import app.parley.conversations.ConversationId;
import app.parley.conversations.CustomerId;
import app.parley.conversations.Direction;
import app.parley.numbers.NumberId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record6;
import org.jooq.Select;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What customers cost in a period: whole UTC days from the sums, and what is left of the period before and after them,
 * less than a day each, from the entries.
 */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class CustomerFeeRepository {

    private static final BigDecimal NOTHING = BigDecimal.ZERO;

    private final DSLContext db;

    CustomerFeeRepository(DSLContext db) {
        this.db = db;
    }

    /** Those with the highest fees, in this order. */
    Map<CustomerId, Figures> highest(Period period, @Nullable NumberId number, int limit) {
        var each = fees(period).asTable("each");
        // By conversation first: each of them is looked up once, not once a day.
        var part = select(
                        each.field(LEDGER_DAY.CONVERSATION_ID),
                        sum(each.field(LEDGER_DAY.INBOUND)).as(LEDGER_DAY.INBOUND),
                        sum(each.field(LEDGER_DAY.INBOUND_AMOUNT)).as(LEDGER_DAY.INBOUND_AMOUNT),
                        sum(each.field(LEDGER_DAY.OUTBOUND)).as(LEDGER_DAY.OUTBOUND),
                        sum(each.field(LEDGER_DAY.OUTBOUND_AMOUNT)).as(LEDGER_DAY.OUTBOUND_AMOUNT))
                .from(each)
                .groupBy(each.field(LEDGER_DAY.CONVERSATION_ID))
                .offset(0) // H2 asks such a part once, not again for every conversation.
                .asTable("part");
        Field<ConversationId> conversation = part.field(LEDGER_DAY.CONVERSATION_ID);
        Field<BigDecimal> inbound = sum(part.field(LEDGER_DAY.INBOUND));
        Field<BigDecimal> outbound = sum(part.field(LEDGER_DAY.OUTBOUND));
        Field<BigDecimal> inboundFees = sum(part.field(LEDGER_DAY.INBOUND_AMOUNT));
        Field<BigDecimal> outboundFees = sum(part.field(LEDGER_DAY.OUTBOUND_AMOUNT));
        Map<CustomerId, Figures> figures = new LinkedHashMap<>();
        db.select(CONVERSATION.CUSTOMER_ID, inbound, inboundFees, outbound, outboundFees)
                .from(part)
                .join(CONVERSATION)
                .on(CONVERSATION.ID.eq(conversation))
                .where(FeeRepository.of(number, CONVERSATION.NUMBER_ID))
                .groupBy(CONVERSATION.CUSTOMER_ID)
                // Of some there is only what was taken off again.
                .having(inbound.ne(NOTHING)
                        .or(outbound.ne(NOTHING))
                        .or(inboundFees.plus(outboundFees).ne(NOTHING)))
                .orderBy(inboundFees.plus(outboundFees).desc(), CONVERSATION.CUSTOMER_ID)
                .limit(limit)
                .forEach(row -> figures.put(
                        row.value1(),
                        Figures.inbound(row.value2().longValueExact(), row.value3())
                                .plus(Figures.outbound(row.value4().longValueExact(), row.value5()))));
        return figures;
    }

    private static Select<Record6<LocalDate, ConversationId, Long, BigDecimal, Long, BigDecimal>> fees(Period period) {
        UtcDays days = UtcDays.of(period.start(), period.end());
        Select<Record6<LocalDate, ConversationId, Long, BigDecimal, Long, BigDecimal>> fees =
                days(days.first(), days.end());
        for (UtcDays.Edge edge : days.edges()) {
            fees = fees.unionAll(entries(edge));
        }
        return fees;
    }

    private static Select<Record6<LocalDate, ConversationId, Long, BigDecimal, Long, BigDecimal>> days(
            LocalDate from, LocalDate until) {
        return select(
                        LEDGER_DAY.UTC_DAY,
                        LEDGER_DAY.CONVERSATION_ID,
                        LEDGER_DAY.INBOUND,
                        LEDGER_DAY.INBOUND_AMOUNT,
                        LEDGER_DAY.OUTBOUND,
                        LEDGER_DAY.OUTBOUND_AMOUNT)
                .from(LEDGER_DAY)
                .where(LEDGER_DAY.UTC_DAY.ge(from))
                .and(LEDGER_DAY.UTC_DAY.lt(until));
    }

    private static Select<Record6<LocalDate, ConversationId, Long, BigDecimal, Long, BigDecimal>> entries(
            UtcDays.Edge edge) {
        var one = when(LEDGER_ENTRY.ENTRY.eq(EntryKind.CHARGE), inline((long) edge.sign()))
                .otherwise(inline((long) -edge.sign()));
        var amount = LEDGER_ENTRY.AMOUNT.mul(inline(edge.sign()));
        var isInbound = LEDGER_ENTRY.DIRECTION.eq(Direction.INBOUND);
        return select(
                        inline((LocalDate) null, LEDGER_DAY.UTC_DAY),
                        SESSION.CONVERSATION_ID,
                        when(isInbound, one).otherwise(inline(0L)).as(LEDGER_DAY.INBOUND),
                        when(isInbound, amount).otherwise(inline(NOTHING)).as(LEDGER_DAY.INBOUND_AMOUNT),
                        when(isInbound, inline(0L)).otherwise(one).as(LEDGER_DAY.OUTBOUND),
                        when(isInbound, inline(NOTHING)).otherwise(amount).as(LEDGER_DAY.OUTBOUND_AMOUNT))
                .from(LEDGER_ENTRY)
                .leftJoin(SESSION) // Each entry has one: H2 would begin with all sessions that ever were.
                .on(SESSION.ID.eq(LEDGER_ENTRY.SESSION_ID))
                .where(LEDGER_ENTRY.AT.ge(edge.from()))
                .and(LEDGER_ENTRY.AT.lt(edge.until()));
    }

    /** What else there is of these customers: sessions and failures. */
    Map<CustomerId, Figures> others(Period period, @Nullable NumberId number, Collection<CustomerId> customers) {
        CustomerId[] those = customers.toArray(CustomerId[]::new);
        Map<CustomerId, Figures> figures = new HashMap<>();
        db.select(CONVERSATION.CUSTOMER_ID, count())
                .from(SESSION)
                .join(CONVERSATION)
                .on(CONVERSATION.ID.eq(SESSION.CONVERSATION_ID))
                .where(FeeRepository.in(period, SESSION.OPENED_AT))
                .and(FeeRepository.of(number, SESSION.NUMBER_ID))
                .and(anyOf(CONVERSATION.CUSTOMER_ID, those))
                .groupBy(CONVERSATION.CUSTOMER_ID)
                .forEach(row -> figures.merge(row.value1(), Figures.sessions(row.value2()), Figures::plus));
        // Of all customers: asked for some, PostgreSQL would begin with every message that these ever had.
        db.select(CONVERSATION.CUSTOMER_ID, count())
                .from(FAILED_MESSAGE)
                .leftJoin(MESSAGE)
                .on(MESSAGE.ID.eq(FAILED_MESSAGE.MESSAGE_ID))
                .leftJoin(CONVERSATION)
                .on(CONVERSATION.ID.eq(MESSAGE.CONVERSATION_ID))
                .where(FeeRepository.in(period, FAILED_MESSAGE.AT))
                .and(FeeRepository.of(number, FAILED_MESSAGE.NUMBER_ID))
                .groupBy(CONVERSATION.CUSTOMER_ID)
                .forEach(row -> figures.merge(row.value1(), Figures.failed(row.value2()), Figures::plus));
        figures.keySet().retainAll(customers);
        return figures;
    }

    /** All that was ever charged in it. */
    ConversationCost of(ConversationId conversation, Currency currency) {
        return db.select(
                        coalesce(sum(LEDGER_DAY.INBOUND.plus(LEDGER_DAY.OUTBOUND)), inline(NOTHING)),
                        coalesce(sum(LEDGER_DAY.INBOUND_AMOUNT.plus(LEDGER_DAY.OUTBOUND_AMOUNT)), inline(NOTHING)))
                .from(LEDGER_DAY)
                .where(LEDGER_DAY.CONVERSATION_ID.eq(conversation))
                .fetchSingle(row -> new ConversationCost(row.value1().longValueExact(), row.value2(), currency));
    }

    Map<CustomerId, String> names(Collection<CustomerId> customers) {
        return db.select(
                        CUSTOMER.ID,
                        coalesce(CUSTOMER.NAME, CUSTOMER.PHONE, CUSTOMER.USERNAME, CUSTOMER.WA_ID, inline("")))
                .from(CUSTOMER)
                .where(anyOf(CUSTOMER.ID, customers))
                .fetchMap(row -> row.value1(), row -> row.value2());
    }
}
