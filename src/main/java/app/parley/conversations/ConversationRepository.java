package app.parley.conversations;

import static app.parley.db.Tables.CONVERSATION;
import static app.parley.db.Tables.MESSAGE;
import static app.parley.db.Tables.UNSEEN;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.selectCount;

import app.parley.numbers.NumberId;
import app.parley.team.AgentId;
import java.time.Instant;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record3;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Conversations under change: each is locked first, so that two changes of one never mix. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class ConversationRepository {

    private final DSLContext db;

    ConversationRepository(DSLContext db) {
        this.db = db;
    }

    Optional<Conversation> lock(NumberId number, CustomerId customer) {
        return lock(CONVERSATION.NUMBER_ID.eq(number).and(CONVERSATION.CUSTOMER_ID.eq(customer)));
    }

    /** The one conversation between a number and a customer, locked; made if it is the first time. */
    Conversation lock(NumberId number, CustomerId customer, Instant now) {
        return lock(number, customer).orElseGet(() -> {
            db.insertInto(CONVERSATION)
                    .set(CONVERSATION.NUMBER_ID, number)
                    .set(CONVERSATION.CUSTOMER_ID, customer)
                    .set(CONVERSATION.LAST_AT, now)
                    .execute();
            return lock(number, customer).orElseThrow();
        });
    }

    Optional<Conversation> lock(ConversationId id) {
        return lock(CONVERSATION.ID.eq(id));
    }

    /** Empty when it does not exist for this agent. */
    Optional<Conversation> lock(ConversationId id, AgentId agent) {
        return lock(CONVERSATION.ID.eq(id).and(RightsRepository.mayUse(CONVERSATION.NUMBER_ID, agent)));
    }

    private Optional<Conversation> lock(Condition condition) {
        return db.select(
                        CONVERSATION.ID,
                        CONVERSATION.NUMBER_ID,
                        CONVERSATION.ARCHIVED,
                        CONVERSATION.SESSION_ID,
                        CONVERSATION.SESSION_ENDS_AT)
                .from(CONVERSATION)
                .where(condition)
                .forUpdate()
                .fetchOptional(mapping(Conversation::new));
    }

    void session(ConversationId id, @Nullable SessionId session, @Nullable Instant endsAt) {
        db.update(CONVERSATION)
                .set(CONVERSATION.SESSION_ID, session)
                .set(CONVERSATION.SESSION_ENDS_AT, endsAt)
                .where(CONVERSATION.ID.eq(id))
                .execute();
    }

    void archived(ConversationId id, boolean archived) {
        db.update(CONVERSATION)
                .set(CONVERSATION.ARCHIVED, archived)
                .where(CONVERSATION.ID.eq(id))
                .execute();
    }

    /** Brings the row up to date: its newest message by its own time, ties by arrival, and whether we owe an answer. */
    void touchLast(ConversationId id) {
        newest(MESSAGE.CONVERSATION_ID.eq(id))
                .ifPresent(last -> db.update(CONVERSATION)
                        .set(CONVERSATION.LAST_MESSAGE_ID, last.get(MESSAGE.ID))
                        .set(CONVERSATION.LAST_AT, last.get(MESSAGE.AT))
                        .set(CONVERSATION.WAITING, isWaiting(id))
                        .where(CONVERSATION.ID.eq(id))
                        .execute());
    }

    /** A reaction asks for no answer, and a reply that failed is none. */
    private boolean isWaiting(ConversationId id) {
        return newest(MESSAGE.CONVERSATION_ID
                        .eq(id)
                        .and(MESSAGE.KIND.notIn(MessageKind.UNCOUNTED))
                        .and(MESSAGE.STATE.isNull().or(MESSAGE.STATE.ne(DeliveryState.FAILED))))
                .map(last -> last.get(MESSAGE.DIRECTION) == Direction.INBOUND)
                .orElse(false);
    }

    private Optional<Record3<MessageId, Instant, Direction>> newest(Condition condition) {
        return db.select(MESSAGE.ID, MESSAGE.AT, MESSAGE.DIRECTION)
                .from(MESSAGE)
                .where(condition)
                .orderBy(MESSAGE.AT.desc(), MESSAGE.ID.desc())
                .limit(1)
                .fetchOptional();
    }

    /** Brings the count in the row up to what is really unseen. */
    void touchUnseen(ConversationId id) {
        db.update(CONVERSATION)
                .set(
                        CONVERSATION.UNSEEN,
                        field(selectCount().from(UNSEEN).where(UNSEEN.CONVERSATION_ID.eq(id)))
                                .coerce(Integer.class))
                .where(CONVERSATION.ID.eq(id))
                .execute();
    }
}
