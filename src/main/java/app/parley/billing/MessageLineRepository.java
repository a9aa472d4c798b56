package app.parley.billing;

import static app.parley.db.Tables.AGENT;
import static app.parley.db.Tables.CONVERSATION;
import static app.parley.db.Tables.CUSTOMER;
import static app.parley.db.Tables.LEDGER_ENTRY;
import static app.parley.db.Tables.MESSAGE;
import static app.parley.db.Tables.SESSION;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;

import app.parley.conversations.CustomerId;
import app.parley.numbers.NumberId;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The very messages behind a line of a report, in the order of their own time. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class MessageLineRepository {

    private final DSLContext db;

    MessageLineRepository(DSLContext db) {
        this.db = db;
    }

    List<MessageLine> lines(
            Period period,
            @Nullable NumberId number,
            Grouping grouping,
            ReportLine line,
            MessageLine.@Nullable Key after,
            int limit) {
        var page = select(LEDGER_ENTRY.fields())
                .from(LEDGER_ENTRY)
                .where(FeeRepository.in(period, LEDGER_ENTRY.AT))
                .and(FeeRepository.of(number, LEDGER_ENTRY.NUMBER_ID))
                .and(of(grouping, line))
                .and(after(after))
                .orderBy(LEDGER_ENTRY.AT, LEDGER_ENTRY.ID)
                .limit(limit)
                .asTable(LEDGER_ENTRY);
        return db.select(
                        row(LEDGER_ENTRY.AT, LEDGER_ENTRY.ID).mapping(MessageLine.Key::new),
                        LEDGER_ENTRY.MESSAGE_ID,
                        LEDGER_ENTRY.ENTRY,
                        LEDGER_ENTRY.AT,
                        LEDGER_ENTRY.DIRECTION,
                        LEDGER_ENTRY.NUMBER_ID,
                        CONVERSATION.ID,
                        CONVERSATION.CUSTOMER_ID,
                        coalesce(CUSTOMER.NAME, CUSTOMER.PHONE, CUSTOMER.USERNAME, CUSTOMER.WA_ID),
                        AGENT.NAME,
                        MESSAGE.KIND,
                        LEDGER_ENTRY.RATE,
                        LEDGER_ENTRY.AMOUNT)
                .from(page)
                .leftJoin(MESSAGE)
                .on(MESSAGE.ID.eq(LEDGER_ENTRY.MESSAGE_ID))
                .leftJoin(CONVERSATION)
                .on(CONVERSATION.ID.eq(MESSAGE.CONVERSATION_ID))
                .leftJoin(CUSTOMER)
                .on(CUSTOMER.ID.eq(CONVERSATION.CUSTOMER_ID))
                .leftJoin(AGENT)
                .on(AGENT.ID.eq(LEDGER_ENTRY.AGENT_ID))
                .orderBy(LEDGER_ENTRY.AT, LEDGER_ENTRY.ID)
                .fetch(mapping(MessageLine::new));
    }

    private static Condition of(Grouping grouping, ReportLine line) {
        return switch (grouping) {
            case DAY -> DSL.noCondition();
            case NUMBER -> FeeRepository.of(line.number(), LEDGER_ENTRY.NUMBER_ID);
            case AGENT -> LEDGER_ENTRY.AGENT_ID.isNotDistinctFrom(line.agent());
            case CUSTOMER -> line.customer() == null ? DSL.noCondition() : ofCustomer(line.customer());
        };
    }

    private static Condition ofCustomer(CustomerId customer) {
        return LEDGER_ENTRY.SESSION_ID.in(select(SESSION.ID)
                .from(SESSION)
                .join(CONVERSATION)
                .on(CONVERSATION.ID.eq(SESSION.CONVERSATION_ID))
                .where(CONVERSATION.CUSTOMER_ID.eq(customer)));
    }

    private static Condition after(MessageLine.@Nullable Key key) {
        return key == null
                ? DSL.noCondition()
                : LEDGER_ENTRY.AT.ge(key.at()).and(LEDGER_ENTRY.AT.gt(key.at()).or(LEDGER_ENTRY.ID.gt(key.id())));
    }
}
