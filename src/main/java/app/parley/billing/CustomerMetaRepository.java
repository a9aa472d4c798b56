package app.parley.billing;

import static app.parley.db.Tables.CONVERSATION;
import static app.parley.db.Tables.META_DAY;
import static app.parley.db.Tables.PRICING;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.when;

import app.parley.conversations.ConversationId;
import app.parley.conversations.CustomerId;
import app.parley.numbers.NumberId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record6;
import org.jooq.Select;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What WhatsApp charges for messages to customers: whole UTC days from the counts, and what is left of each span of time
 * before and after them, less than a day each, from what it said of every message.
 */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class CustomerMetaRepository {

    private static final Field<Long> SPAN = field(name("span"), SQLDataType.BIGINT);
    /** As {@code meta_quarter} and the tables beside it call it. */
    static final Field<String> TYPE = coalesce(
            PRICING.TYPE, when(PRICING.BILLABLE.isFalse(), inline("free")).otherwise(inline("")));

    private final DSLContext db;

    CustomerMetaRepository(DSLContext db) {
        this.db = db;
    }

    /** @param owners of the conversations that are asked for: whose each is */
    List<MetaCount<CustomerId>> byCustomer(Spans spans, Map<ConversationId, CustomerId> owners) {
        if (owners.isEmpty()) {
            return List.of();
        }
        AskedConversations asked = new AskedConversations(owners.keySet());
        List<MetaCount<CustomerId>> counts = new ArrayList<>();
        parts(spans, asked)
                .forEach(part -> db.fetch(part)
                        .forEach(row -> counts.add(new MetaCount<>(
                                Objects.requireNonNull(owners.get(row.value2())),
                                spans.start(row.value1()),
                                new MetaKind(row.value3(), row.value4(), row.value5()),
                                row.value6().longValueExact()))));
        return counts;
    }

    /** With any messages that WhatsApp charges around the period, most of them first. */
    List<CustomerId> busiest(Period period, @Nullable NumberId number, int limit) {
        return db.select(CONVERSATION.CUSTOMER_ID)
                .from(META_DAY)
                .join(CONVERSATION)
                .on(CONVERSATION.ID.eq(META_DAY.CONVERSATION_ID))
                .where(META_DAY.UTC_DAY.ge(LocalDate.ofInstant(period.start(), ZoneOffset.UTC)))
                .and(META_DAY.UTC_DAY.le(LocalDate.ofInstant(period.end(), ZoneOffset.UTC)))
                .and(FeeRepository.of(number, CONVERSATION.NUMBER_ID))
                .groupBy(CONVERSATION.CUSTOMER_ID)
                .orderBy(sum(META_DAY.MESSAGES).desc(), CONVERSATION.CUSTOMER_ID)
                .limit(limit)
                .fetch(CONVERSATION.CUSTOMER_ID);
    }

    private static List<Select<Record6<Long, ConversationId, String, String, String, BigDecimal>>> parts(
            Spans spans, AskedConversations asked) {
        List<Select<Record6<Long, ConversationId, String, String, String, BigDecimal>>> parts = new ArrayList<>();
        for (Spans.Span span : spans.all()) {
            UtcDays days = UtcDays.within(span.from(), span.until());
            parts.add(days(span, days.first(), days.end(), asked));
            days.edges().forEach(edge -> parts.add(messages(span, edge, asked)));
        }
        return parts;
    }

    private static Select<Record6<Long, ConversationId, String, String, String, BigDecimal>> days(
            Spans.Span span, LocalDate first, LocalDate last, AskedConversations asked) {
        return select(
                        inline(span.index()).as(SPAN),
                        META_DAY.CONVERSATION_ID,
                        META_DAY.COUNTRY,
                        META_DAY.CATEGORY,
                        META_DAY.TYPE,
                        sum(META_DAY.MESSAGES))
                .from(asked.table())
                .join(META_DAY)
                .on(asked.are(META_DAY.CONVERSATION_ID))
                .where(META_DAY.UTC_DAY.ge(first))
                .and(META_DAY.UTC_DAY.lt(last))
                .groupBy(META_DAY.CONVERSATION_ID, META_DAY.COUNTRY, META_DAY.CATEGORY, META_DAY.TYPE);
    }

    private static Select<Record6<Long, ConversationId, String, String, String, BigDecimal>> messages(
            Spans.Span span, UtcDays.Edge edge, AskedConversations asked) {
        return select(
                        inline(span.index()).as(SPAN),
                        PRICING.CONVERSATION_ID,
                        PRICING.COUNTRY,
                        coalesce(PRICING.CATEGORY, inline("")),
                        TYPE,
                        sum(inline(1)))
                .from(asked.table())
                .join(PRICING)
                .on(asked.are(PRICING.CONVERSATION_ID))
                .where(PRICING.TOLD_AT.ge(edge.from()))
                .and(PRICING.TOLD_AT.lt(edge.until()))
                .and(PRICING.LOST.isFalse())
                .groupBy(PRICING.CONVERSATION_ID, PRICING.COUNTRY, coalesce(PRICING.CATEGORY, inline("")), TYPE);
    }
}
