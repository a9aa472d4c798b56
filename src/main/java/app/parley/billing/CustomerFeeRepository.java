package app.parley.billing;

import static app.parley.db.Tables.CONVERSATION;
import static app.parley.db.Tables.CUSTOMER;
import static app.parley.db.Tables.FAILED_MESSAGE;
import static app.parley.db.Tables.LEDGER_DAY;
import static app.parley.db.Tables.SESSION;
import static app.parley.foundation.AnyOf.anyOf;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.sum;

import app.parley.conversations.ConversationId;
import app.parley.conversations.CustomerId;
import app.parley.numbers.NumberId;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What customers cost in a period. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class CustomerFeeRepository {

    /** Conversations asked for in one question. */
    private static final int AT_ONCE = 10_000;

    private static final Comparator<Map.Entry<CustomerId, FeeSum>> HIGHEST_FIRST = Comparator.comparing(
                    (Map.Entry<CustomerId, FeeSum> fee) -> fee.getValue().fees(), Comparator.reverseOrder())
            .thenComparingLong(fee -> fee.getKey().value());

    private final DSLContext db;
    private final ConversationFeeRepository each;

    CustomerFeeRepository(DSLContext db, ConversationFeeRepository each) {
        this.db = db;
        this.each = each;
    }

    /** Those with the highest fees, in this order. */
    Map<CustomerId, Figures> highest(Period period, @Nullable NumberId number, int limit) {
        Map<CustomerId, FeeSum> fees = byCustomer(each.in(period), number);
        Map<CustomerId, Figures> highest = new LinkedHashMap<>();
        fees.entrySet().stream()
                .filter(fee -> !fee.getValue().isNothing())
                .sorted(HIGHEST_FIRST)
                .limit(limit)
                .forEach(fee -> highest.put(fee.getKey(), fee.getValue().figures()));
        return highest;
    }

    private Map<CustomerId, FeeSum> byCustomer(Map<ConversationId, FeeSum> fees, @Nullable NumberId number) {
        Map<CustomerId, FeeSum> sums = new HashMap<>();
        List<ConversationId> all = List.copyOf(fees.keySet());
        for (int first = 0; first < all.size(); first += AT_ONCE) {
            AskedConversations some = new AskedConversations(all.subList(first, Math.min(first + AT_ONCE, all.size())));
            db.select(CONVERSATION.ID, CONVERSATION.CUSTOMER_ID)
                    .from(some.table())
                    .join(CONVERSATION)
                    .on(some.are(CONVERSATION.ID))
                    .where(FeeRepository.of(number, CONVERSATION.NUMBER_ID))
                    .forEach(row -> sums.computeIfAbsent(row.value2(), customer -> new FeeSum())
                            .add(Objects.requireNonNull(fees.get(row.value1()))));
        }
        return sums;
    }

    /** The conversations of these customers with the number, and whose each is. */
    Map<ConversationId, CustomerId> conversations(Collection<CustomerId> customers, @Nullable NumberId number) {
        return db.select(CONVERSATION.ID, CONVERSATION.CUSTOMER_ID)
                .from(CONVERSATION)
                .where(anyOf(CONVERSATION.CUSTOMER_ID, customers))
                .and(FeeRepository.of(number, CONVERSATION.NUMBER_ID))
                .fetchMap(CONVERSATION.ID, CONVERSATION.CUSTOMER_ID);
    }

    /** What else there is in these conversations: sessions and failures. */
    Map<CustomerId, Figures> others(Period period, Map<ConversationId, CustomerId> owners) {
        Map<CustomerId, Figures> figures = new HashMap<>();
        AskedConversations asked = new AskedConversations(owners.keySet());
        db.select(SESSION.CONVERSATION_ID, count())
                .from(asked.table())
                .join(SESSION)
                .on(asked.are(SESSION.CONVERSATION_ID))
                .where(FeeRepository.in(period, SESSION.OPENED_AT))
                .groupBy(SESSION.CONVERSATION_ID)
                .forEach(row -> figures.merge(owners.get(row.value1()), Figures.sessions(row.value2()), Figures::plus));
        db.select(FAILED_MESSAGE.CONVERSATION_ID, count())
                .from(asked.table())
                .join(FAILED_MESSAGE)
                .on(asked.are(FAILED_MESSAGE.CONVERSATION_ID))
                .where(FeeRepository.in(period, FAILED_MESSAGE.AT))
                .groupBy(FAILED_MESSAGE.CONVERSATION_ID)
                .forEach(row -> figures.merge(owners.get(row.value1()), Figures.failed(row.value2()), Figures::plus));
        return figures;
    }

    /** All that was ever charged in it. */
    ConversationCost of(ConversationId conversation, Currency currency) {
        return db.select(
                        coalesce(sum(LEDGER_DAY.INBOUND.plus(LEDGER_DAY.OUTBOUND)), inline(BigDecimal.ZERO)),
                        coalesce(
                                sum(LEDGER_DAY.INBOUND_AMOUNT.plus(LEDGER_DAY.OUTBOUND_AMOUNT)),
                                inline(BigDecimal.ZERO)))
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
