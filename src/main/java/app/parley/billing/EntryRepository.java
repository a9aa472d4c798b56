package app.parley.billing;

import static app.parley.db.Tables.CONVERSATION;
import static app.parley.db.Tables.CUSTOMER;
import static app.parley.db.Tables.LEDGER_ENTRY;
import static app.parley.db.Tables.SESSION;
import static app.parley.foundation.AnyOf.anyOf;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;

import app.parley.conversations.ConversationId;
import app.parley.conversations.SessionId;
import app.parley.numbers.NumberId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The ledger's entries, to be read from the first to the last, a page at a time. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class EntryRepository {

    private final DSLContext db;

    EntryRepository(DSLContext db) {
        this.db = db;
    }

    /** With whom, by session; of one that was erased there is nothing. */
    record Talk(ConversationId conversation, String customer) {}

    /** @param after the last row of the page before; null: from the beginning */
    List<EntryRow> page(Period period, @Nullable NumberId number, @Nullable EntryRow after, int limit) {
        return db.select(
                        LEDGER_ENTRY.ID,
                        LEDGER_ENTRY.AT,
                        LEDGER_ENTRY.ENTRY,
                        LEDGER_ENTRY.DIRECTION,
                        LEDGER_ENTRY.NUMBER_ID,
                        LEDGER_ENTRY.AGENT_ID,
                        LEDGER_ENTRY.SESSION_ID,
                        LEDGER_ENTRY.MESSAGE_ID,
                        LEDGER_ENTRY.RATE,
                        LEDGER_ENTRY.AMOUNT)
                .from(LEDGER_ENTRY)
                .where(LEDGER_ENTRY.AT.ge(after == null ? period.start() : after.at()))
                .and(LEDGER_ENTRY.AT.lt(period.end()))
                .and(comesAfter(after))
                .and(FeeRepository.of(number, LEDGER_ENTRY.NUMBER_ID))
                .orderBy(LEDGER_ENTRY.AT, LEDGER_ENTRY.ID)
                .limit(limit)
                .fetch(mapping(EntryRow::new));
    }

    private static Condition comesAfter(@Nullable EntryRow after) {
        return after == null ? noCondition() : LEDGER_ENTRY.AT.gt(after.at()).or(LEDGER_ENTRY.ID.gt(after.id()));
    }

    Map<SessionId, Talk> talks(Collection<SessionId> sessions) {
        return db.select(
                        SESSION.ID,
                        SESSION.CONVERSATION_ID,
                        coalesce(CUSTOMER.NAME, CUSTOMER.PHONE, CUSTOMER.USERNAME, CUSTOMER.WA_ID, inline("")))
                .from(SESSION)
                .join(CONVERSATION)
                .on(CONVERSATION.ID.eq(SESSION.CONVERSATION_ID))
                .join(CUSTOMER)
                .on(CUSTOMER.ID.eq(CONVERSATION.CUSTOMER_ID))
                .where(anyOf(SESSION.ID, sessions))
                .fetchMap(row -> row.value1(), row -> new Talk(row.value2(), row.value3()));
    }
}
