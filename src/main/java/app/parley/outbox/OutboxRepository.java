package app.parley.outbox;

import static app.parley.db.Tables.MESSAGE;
import static app.parley.db.Tables.NUMBER;
import static app.parley.db.Tables.OUTBOX;
import static app.parley.foundation.AnyOf.anyOf;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import app.parley.conversations.ConversationId;
import app.parley.conversations.MessageId;
import app.parley.conversations.ReplyQueued;
import app.parley.numbers.NumberId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What waits to be sent. Rows are added, and leave, only while their conversation is locked. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class OutboxRepository {

    private final DSLContext db;

    OutboxRepository(DSLContext db) {
        this.db = db;
    }

    void insert(ReplyQueued reply, Instant now) {
        boolean first =
                !db.fetchExists(selectOne().from(OUTBOX).where(OUTBOX.CONVERSATION_ID.eq(reply.conversation())));
        db.insertInto(OUTBOX)
                .set(OUTBOX.MESSAGE_ID, reply.message())
                .set(OUTBOX.CONVERSATION_ID, reply.conversation())
                .set(OUTBOX.NUMBER_ID, reply.number())
                .set(OUTBOX.STATE, (first ? OutboxState.WAITING : OutboxState.BEHIND).name())
                .set(OUTBOX.DUE_AT, now)
                .execute();
    }

    /** The numbers that are not paused and have something due. */
    List<SendingNumber> numbers(Instant now) {
        return db.select(NUMBER.ID, NUMBER.THROUGHPUT)
                .from(NUMBER)
                .where(NUMBER.PAUSED.isFalse())
                .and(exists(selectOne()
                        .from(OUTBOX)
                        .where(OUTBOX.NUMBER_ID.eq(NUMBER.ID))
                        .and(OUTBOX.STATE.eq(OutboxState.WAITING.name()))
                        .and(OUTBOX.DUE_AT.le(now))))
                .fetch(mapping(SendingNumber::new));
    }

    /**
     * What is due from a number, what waits longest first: a walk along one index, however much there is. Without locks,
     * for H2 would lock all that is due; {@link #claim} looks again.
     */
    List<OutboxItem> due(NumberId number, Instant now, int limit, String claimant) {
        return db.select(
                        OUTBOX.ID,
                        OUTBOX.MESSAGE_ID,
                        OUTBOX.CONVERSATION_ID,
                        OUTBOX.NUMBER_ID,
                        OUTBOX.ATTEMPTS.plus(1),
                        val(claimant))
                .from(OUTBOX)
                .where(OUTBOX.NUMBER_ID.eq(number))
                .and(OUTBOX.STATE.eq(OutboxState.WAITING.name()))
                .and(OUTBOX.DUE_AT.le(now))
                .orderBy(OUTBOX.NUMBER_ID, OUTBOX.STATE, OUTBOX.DUE_AT, OUTBOX.ID)
                .limit(limit)
                .fetch(mapping(OutboxItem::new));
    }

    /** @return those that are ours now: nobody did anything with them in between */
    List<OutboxItem> claim(List<OutboxItem> items, Instant now) {
        if (items.isEmpty()) {
            return items;
        }
        var batch = db.batch(db.update(OUTBOX)
                .set(OUTBOX.STATE, OutboxState.SENDING.name())
                .set(OUTBOX.ATTEMPTS, (Integer) null)
                .set(OUTBOX.CLAIMED_AT, now)
                .set(OUTBOX.CLAIMED_BY, (String) null)
                .where(OUTBOX.ID.eq((Long) null))
                .and(OUTBOX.STATE.eq(OutboxState.WAITING.name())));
        for (OutboxItem item : items) {
            batch = batch.bind(
                    OutboxState.SENDING.name(),
                    item.attempts(),
                    now,
                    item.claimedBy(),
                    item.id(),
                    OutboxState.WAITING.name());
        }
        int[] claimed = batch.execute();
        return IntStream.range(0, claimed.length)
                .filter(i -> claimed[i] > 0)
                .mapToObj(items::get)
                .toList();
    }

    /** Not before this moment, though it was not tried. */
    void postpone(OutboxItem item, Instant dueAt) {
        db.update(OUTBOX)
                .set(OUTBOX.DUE_AT, dueAt)
                .where(OUTBOX.ID.eq(item.id()))
                .execute();
    }

    /** Everything that was claimed and not settled, whoever claimed it. */
    List<OutboxItem> claimed() {
        return db.select(
                        OUTBOX.ID,
                        OUTBOX.MESSAGE_ID,
                        OUTBOX.CONVERSATION_ID,
                        OUTBOX.NUMBER_ID,
                        OUTBOX.ATTEMPTS,
                        OUTBOX.CLAIMED_BY)
                .from(OUTBOX)
                .where(OUTBOX.STATE.eq(OutboxState.SENDING.name()))
                .orderBy(OUTBOX.ID)
                .fetch(mapping(OutboxItem::new));
    }

    OutboxBacklog backlog() {
        return db.select(count(), min(MESSAGE.AT))
                .from(OUTBOX)
                .join(MESSAGE)
                .on(MESSAGE.ID.eq(OUTBOX.MESSAGE_ID))
                .fetchSingle(mapping(OutboxBacklog::new));
    }

    void move(ConversationId gone, ConversationId into) {
        db.update(OUTBOX)
                .set(OUTBOX.CONVERSATION_ID, into)
                .where(OUTBOX.CONVERSATION_ID.eq(gone))
                .execute();
        db.update(OUTBOX)
                .set(OUTBOX.STATE, OutboxState.BEHIND.name())
                .where(OUTBOX.CONVERSATION_ID.eq(into))
                .and(OUTBOX.STATE.eq(OutboxState.WAITING.name()))
                .execute();
        lead(into);
    }

    /** Nothing more is sent to these, but what is on its way. */
    void dropWaiting(Collection<ConversationId> conversations) {
        db.deleteFrom(OUTBOX)
                .where(OUTBOX.CONVERSATION_ID.in(conversations))
                .and(OUTBOX.STATE.ne(OutboxState.SENDING.name()))
                .execute();
    }

    /** Messages that are no more are not sent; whoever is behind them comes first now. */
    void erase(List<MessageId> messages) {
        MessageId[] ids = messages.toArray(MessageId[]::new);
        List<ConversationId> conversations = db.selectDistinct(OUTBOX.CONVERSATION_ID)
                .from(OUTBOX)
                .where(anyOf(OUTBOX.MESSAGE_ID, ids))
                .fetch(OUTBOX.CONVERSATION_ID);
        if (!conversations.isEmpty()) {
            db.deleteFrom(OUTBOX).where(anyOf(OUTBOX.MESSAGE_ID, ids)).execute();
            conversations.forEach(this::lead);
        }
    }

    /**
     * Takes it out; whoever is behind it comes first now. Does nothing when it is no longer this claim's.
     *
     * @return whether it was
     */
    boolean settle(OutboxItem item) {
        Optional<ConversationId> conversation = db.select(OUTBOX.CONVERSATION_ID)
                .from(OUTBOX)
                .where(isStill(item))
                .fetchOptional(OUTBOX.CONVERSATION_ID);
        if (conversation.isPresent()) {
            db.deleteFrom(OUTBOX).where(OUTBOX.ID.eq(item.id())).execute();
            lead(conversation.get());
        }
        return conversation.isPresent();
    }

    /**
     * Puts it back where it stood: ahead of those behind it. Does nothing when it is no longer this claim's.
     *
     * @param code why it was turned away; null when it was not
     */
    void putBack(OutboxItem item, Instant dueAt, @Nullable Integer code) {
        db.update(OUTBOX)
                .set(OUTBOX.STATE, OutboxState.WAITING.name())
                .set(OUTBOX.DUE_AT, dueAt)
                .set(OUTBOX.ERROR_CODE, code)
                .where(isStill(item))
                .execute();
    }

    private static Condition isStill(OutboxItem item) {
        return OUTBOX.ID
                .eq(item.id())
                .and(OUTBOX.STATE.eq(OutboxState.SENDING.name()))
                .and(OUTBOX.CLAIMED_BY.isNotDistinctFrom(item.claimedBy()));
    }

    /** The first of a conversation waits; nothing happens while one of it is being sent, be it a later one. */
    private void lead(ConversationId conversation) {
        if (db.fetchExists(selectOne()
                .from(OUTBOX)
                .where(OUTBOX.CONVERSATION_ID.eq(conversation))
                .and(OUTBOX.STATE.eq(OutboxState.SENDING.name())))) {
            return;
        }
        db.select(OUTBOX.ID)
                .from(OUTBOX)
                .where(OUTBOX.CONVERSATION_ID.eq(conversation))
                .orderBy(OUTBOX.CONVERSATION_ID, OUTBOX.ID)
                .limit(1)
                .fetchOptional(OUTBOX.ID)
                .ifPresent(first -> db.update(OUTBOX)
                        .set(OUTBOX.STATE, OutboxState.WAITING.name())
                        .where(OUTBOX.ID.eq(first))
                        .and(OUTBOX.STATE.eq(OutboxState.BEHIND.name()))
                        .execute());
    }

    /** Mends what should not be: a message behind nobody. */
    void leadEverywhere() {
        var earlier = OUTBOX.as("earlier");
        db.update(OUTBOX)
                .set(OUTBOX.STATE, OutboxState.WAITING.name())
                .where(OUTBOX.STATE.eq(OutboxState.BEHIND.name()))
                .and(notExists(selectOne()
                        .from(earlier)
                        .where(earlier.CONVERSATION_ID.eq(OUTBOX.CONVERSATION_ID))
                        .and(earlier.ID.lt(OUTBOX.ID))))
                .execute();
    }
}
