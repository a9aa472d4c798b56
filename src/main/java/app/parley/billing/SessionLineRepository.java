package app.parley.billing;

import static app.parley.db.Tables.CONVERSATION;
import static app.parley.db.Tables.CUSTOMER;
import static app.parley.db.Tables.LEDGER_ENTRY;
import static app.parley.db.Tables.MESSAGE;
import static app.parley.db.Tables.SESSION;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.when;

import app.parley.conversations.CustomerId;
import app.parley.conversations.Direction;
import app.parley.conversations.MessageId;
import app.parley.numbers.NumberId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Sessions that were opened in a period, with what was charged in them, whenever. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class SessionLineRepository {

    private final DSLContext db;

    SessionLineRepository(DSLContext db) {
        this.db = db;
    }

    List<SessionLine> lines(
            Period period,
            @Nullable NumberId number,
            @Nullable CustomerId customer,
            SessionLine.@Nullable Key after,
            int limit,
            Instant now) {
        Field<MessageId> openedBy = field(select(min(MESSAGE.ID))
                .from(MESSAGE)
                .where(MESSAGE.CONVERSATION_ID.eq(SESSION.CONVERSATION_ID))
                .and(MESSAGE.AT.eq(SESSION.OPENED_AT))
                .and(MESSAGE.SESSION_ID.eq(SESSION.ID))
                .and(MESSAGE.DIRECTION.eq(Direction.INBOUND)));
        Field<BigDecimal> inbound = charged(Direction.INBOUND);
        Field<BigDecimal> outbound = charged(Direction.OUTBOUND);
        Field<BigDecimal> fee = field(select(coalesce(sum(LEDGER_ENTRY.AMOUNT), inline(BigDecimal.ZERO)))
                .from(LEDGER_ENTRY)
                .where(LEDGER_ENTRY.SESSION_ID.eq(SESSION.ID)));
        Field<String> name = coalesce(CUSTOMER.NAME, CUSTOMER.PHONE, CUSTOMER.USERNAME, CUSTOMER.WA_ID, inline(""));
        return db.select(
                        SESSION.ID,
                        SESSION.CONVERSATION_ID,
                        SESSION.NUMBER_ID,
                        CONVERSATION.CUSTOMER_ID,
                        name,
                        openedBy,
                        SESSION.OPENED_AT,
                        SESSION.ENDS_AT,
                        SESSION.ENDED_AT,
                        SESSION.ENDED_BY,
                        inbound,
                        outbound,
                        fee)
                .from(SESSION)
                .join(CONVERSATION)
                .on(CONVERSATION.ID.eq(SESSION.CONVERSATION_ID))
                .join(CUSTOMER)
                .on(CUSTOMER.ID.eq(CONVERSATION.CUSTOMER_ID))
                .where(FeeRepository.in(period, SESSION.OPENED_AT))
                .and(FeeRepository.of(number, SESSION.NUMBER_ID))
                .and(customer == null ? noCondition() : CONVERSATION.CUSTOMER_ID.eq(customer))
                .and(after(after))
                .orderBy(SESSION.OPENED_AT, SESSION.ID)
                .limit(limit)
                .fetch(row -> new SessionLine(
                        row.get(SESSION.ID),
                        row.get(SESSION.CONVERSATION_ID),
                        row.get(SESSION.NUMBER_ID),
                        row.get(CONVERSATION.CUSTOMER_ID),
                        row.get(name),
                        row.get(openedBy),
                        row.get(SESSION.OPENED_AT),
                        row.get(SESSION.ENDED_AT) == null ? row.get(SESSION.ENDS_AT) : row.get(SESSION.ENDED_AT),
                        course(row.get(SESSION.ENDED_BY), row.get(SESSION.ENDS_AT), now),
                        row.get(inbound).longValueExact(),
                        row.get(outbound).longValueExact(),
                        row.get(fee)));
    }

    private static Field<BigDecimal> charged(Direction direction) {
        return field(select(coalesce(
                        sum(when(LEDGER_ENTRY.ENTRY.eq(EntryKind.CHARGE), inline(1))
                                .otherwise(inline(-1))),
                        inline(BigDecimal.ZERO)))
                .from(LEDGER_ENTRY)
                .where(LEDGER_ENTRY.SESSION_ID.eq(SESSION.ID))
                .and(LEDGER_ENTRY.DIRECTION.eq(inline(direction))));
    }

    private static SessionCourse course(@Nullable String endedBy, Instant endsAt, Instant now) {
        if (endedBy != null) {
            return SessionCourse.valueOf(endedBy);
        }
        return now.isBefore(endsAt) ? SessionCourse.OPEN : SessionCourse.EXPIRED;
    }

    private static Condition after(SessionLine.@Nullable Key key) {
        return key == null
                ? noCondition()
                : SESSION.OPENED_AT
                        .ge(key.from())
                        .and(SESSION.OPENED_AT.gt(key.from()).or(SESSION.ID.gt(key.id())));
    }
}
