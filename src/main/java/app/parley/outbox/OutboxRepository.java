package app.parley.outbox;

import static app.parley.db.Tables.MESSAGE;
import static app.parley.db.Tables.NUMBER;
import static app.parley.db.Tables.OUTBOX;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import app.parley.conversations.ReplyQueued;
import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
@Transactional(propagation = Propagation.MANDATORY)
class OutboxRepository {

    private final DSLContext db;

    OutboxRepository(DSLContext db) {
        this.db = db;
    }

    void insert(ReplyQueued reply, Instant now) {
        db.insertInto(OUTBOX)
                .set(OUTBOX.MESSAGE_ID, reply.message())
                .set(OUTBOX.CONVERSATION_ID, reply.conversation())
                .set(OUTBOX.NUMBER_ID, reply.number())
                .set(OUTBOX.STATE, OutboxState.WAITING.name())
                .set(OUTBOX.DUE_AT, now)
                .execute();
    }

    /**
     * Takes what is due, of each conversation only the first: what is being sent or tried again holds those behind it.
     */
    List<OutboxItem> claim(Instant now, int limit) {
        var earlier = OUTBOX.as("earlier");
        List<OutboxItem> items = db.select(OUTBOX.ID, OUTBOX.MESSAGE_ID, OUTBOX.ATTEMPTS.plus(1))
                .from(OUTBOX)
                .where(OUTBOX.STATE.eq(OutboxState.WAITING.name()))
                .and(OUTBOX.DUE_AT.le(now))
                .and(OUTBOX.NUMBER_ID.in(select(NUMBER.ID).from(NUMBER).where(NUMBER.PAUSED.isFalse())))
                .and(notExists(selectOne()
                        .from(earlier)
                        .where(earlier.CONVERSATION_ID.eq(OUTBOX.CONVERSATION_ID))
                        .and(earlier.ID.lt(OUTBOX.ID))))
                .orderBy(OUTBOX.DUE_AT, OUTBOX.ID)
                .limit(limit)
                .forUpdate()
                .of(OUTBOX)
                .skipLocked()
                .fetch(mapping(OutboxItem::new));
        if (!items.isEmpty()) {
            db.update(OUTBOX)
                    .set(OUTBOX.STATE, OutboxState.SENDING.name())
                    .set(OUTBOX.ATTEMPTS, OUTBOX.ATTEMPTS.plus(1))
                    .set(OUTBOX.CLAIMED_AT, now)
                    .where(OUTBOX.ID.in(items.stream().map(OutboxItem::id).toList()))
                    .execute();
        }
        return items;
    }

    /** Claimed before this moment and not settled: whoever claimed it is no more, or could not write what came of it. */
    List<OutboxItem> abandoned(Instant claimedBefore) {
        return db.select(OUTBOX.ID, OUTBOX.MESSAGE_ID, OUTBOX.ATTEMPTS)
                .from(OUTBOX)
                .where(OUTBOX.STATE.eq(OutboxState.SENDING.name()))
                .and(OUTBOX.CLAIMED_AT.le(claimedBefore))
                .fetch(mapping(OutboxItem::new));
    }

    PostTray tray() {
        return db.select(count(), min(MESSAGE.AT))
                .from(OUTBOX)
                .join(MESSAGE)
                .on(MESSAGE.ID.eq(OUTBOX.MESSAGE_ID))
                .fetchSingle(mapping(PostTray::new));
    }

    void settle(OutboxItem item) {
        db.deleteFrom(OUTBOX).where(OUTBOX.ID.eq(item.id())).execute();
    }

    void retry(OutboxItem item, Instant dueAt) {
        db.update(OUTBOX)
                .set(OUTBOX.STATE, OutboxState.WAITING.name())
                .set(OUTBOX.DUE_AT, dueAt)
                .where(OUTBOX.ID.eq(item.id()))
                .execute();
    }
}
