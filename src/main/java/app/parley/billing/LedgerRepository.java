package app.parley.billing;

import static app.parley.db.Tables.FAILED_MESSAGE;
import static app.parley.db.Tables.LEDGER_ENTRY;
import static app.parley.db.Tables.SESSION;
import static app.parley.foundation.AnyOf.anyOf;
import static org.jooq.Records.mapping;

import app.parley.conversations.ConversationId;
import app.parley.conversations.MessageFailed;
import app.parley.conversations.MessageId;
import app.parley.team.AgentId;
import java.sql.Types;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The ledger's rows. Entries are added, in as many statements for many as for one, and their sums with them. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class LedgerRepository {

    private static final List<Field<?>> COLUMNS = List.of(
            LEDGER_ENTRY.MESSAGE_ID,
            LEDGER_ENTRY.ENTRY,
            LEDGER_ENTRY.DIRECTION,
            LEDGER_ENTRY.NUMBER_ID,
            LEDGER_ENTRY.SESSION_ID,
            LEDGER_ENTRY.AGENT_ID,
            LEDGER_ENTRY.AT,
            LEDGER_ENTRY.RATE,
            LEDGER_ENTRY.AMOUNT);

    private static final int[] TYPES = {
        Types.BIGINT,
        Types.VARCHAR,
        Types.VARCHAR,
        Types.BIGINT,
        Types.BIGINT,
        Types.BIGINT,
        Types.TIMESTAMP_WITH_TIMEZONE,
        Types.NUMERIC,
        Types.NUMERIC
    };

    private final DSLContext db;
    private final JdbcOperations jdbc;
    private final SumRepository sums;
    private final String insert;

    LedgerRepository(DSLContext db, JdbcOperations jdbc, SumRepository sums) {
        this.db = db;
        this.jdbc = jdbc;
        this.sums = sums;
        this.insert = db.insertInto(LEDGER_ENTRY, COLUMNS)
                .values(Collections.nCopies(COLUMNS.size(), null))
                .getSQL();
    }

    /** What stands in the ledger of these messages. */
    List<Entry> entries(Collection<MessageId> messages) {
        return db.select(
                        LEDGER_ENTRY.MESSAGE_ID,
                        LEDGER_ENTRY.ENTRY,
                        LEDGER_ENTRY.DIRECTION,
                        LEDGER_ENTRY.NUMBER_ID,
                        SESSION.CONVERSATION_ID,
                        LEDGER_ENTRY.SESSION_ID,
                        LEDGER_ENTRY.AGENT_ID,
                        LEDGER_ENTRY.AT,
                        LEDGER_ENTRY.RATE,
                        LEDGER_ENTRY.AMOUNT)
                .from(LEDGER_ENTRY)
                .join(SESSION)
                .on(SESSION.ID.eq(LEDGER_ENTRY.SESSION_ID))
                .where(anyOf(LEDGER_ENTRY.MESSAGE_ID, messages))
                .fetch(mapping(Entry::new));
    }

    void insert(List<Entry> entries) {
        if (!entries.isEmpty()) {
            jdbc.batchUpdate(
                    insert, entries.stream().map(LedgerRepository::values).toList(), TYPES);
            sums.add(entries);
        }
    }

    /** In the order of the columns. */
    private static @Nullable Object[] values(Entry entry) {
        AgentId agent = entry.agent();
        return new @Nullable Object[] {
            entry.message().value(),
            entry.kind().name(),
            entry.direction().name(),
            entry.number().value(),
            entry.session().value(),
            agent == null ? null : agent.value(),
            entry.at().atOffset(ZoneOffset.UTC),
            entry.rate(),
            entry.amount()
        };
    }

    /** @param fates of each message: that it failed; empty: that it arrived after all */
    void failed(Map<MessageId, Optional<MessageFailed>> fates) {
        List<MessageId> found = new ArrayList<>();
        fates.forEach((id, lost) -> lost.ifPresentOrElse(this::failed, () -> found.add(id)));
        if (!found.isEmpty()) {
            db.deleteFrom(FAILED_MESSAGE)
                    .where(anyOf(FAILED_MESSAGE.MESSAGE_ID, found))
                    .execute();
        }
    }

    private void failed(MessageFailed lost) {
        db.insertInto(FAILED_MESSAGE)
                .set(FAILED_MESSAGE.MESSAGE_ID, lost.message())
                .set(FAILED_MESSAGE.CONVERSATION_ID, lost.conversation())
                .set(FAILED_MESSAGE.NUMBER_ID, lost.number())
                .set(FAILED_MESSAGE.AGENT_ID, lost.agent())
                .set(FAILED_MESSAGE.AT, lost.at())
                .onDuplicateKeyIgnore()
                .execute();
    }

    /** What was charged in one conversation, or failed there, belongs to another from now on. */
    void join(ConversationId gone, ConversationId into) {
        sums.join(gone, into);
        db.update(FAILED_MESSAGE)
                .set(FAILED_MESSAGE.CONVERSATION_ID, into)
                .where(FAILED_MESSAGE.CONVERSATION_ID.eq(gone))
                .execute();
    }
}
