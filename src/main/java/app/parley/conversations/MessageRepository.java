package app.parley.conversations;

import static app.parley.db.Tables.ARCHIVING_UNSEEN;
import static app.parley.db.Tables.MESSAGE;
import static app.parley.db.Tables.UNSEEN;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import app.parley.numbers.NumberId;
import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Messages, and the set of those nobody has seen. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class MessageRepository {

    private final DSLContext db;

    MessageRepository(DSLContext db) {
        this.db = db;
    }

    boolean exists(NumberId number, String ref) {
        return db.fetchExists(
                selectOne().from(MESSAGE).where(MESSAGE.NUMBER_ID.eq(number)).and(MESSAGE.REF.eq(ref)));
    }

    Optional<MessageId> bySendKey(ConversationId conversation, String sendKey) {
        return db.select(MESSAGE.ID)
                .from(MESSAGE)
                .where(MESSAGE.SEND_KEY.eq(sendKey))
                .and(MESSAGE.CONVERSATION_ID.eq(conversation))
                .fetchOptional(MESSAGE.ID);
    }

    MessageId insert(NewMessage message) {
        return Objects.requireNonNull(db.insertInto(MESSAGE)
                .set(MESSAGE.CONVERSATION_ID, message.conversation())
                .set(MESSAGE.NUMBER_ID, message.number())
                .set(MESSAGE.SESSION_ID, message.session())
                .set(MESSAGE.AGENT_ID, message.agent())
                .set(MESSAGE.DIRECTION, message.direction())
                .set(MESSAGE.KIND, message.kind())
                .set(MESSAGE.AT, message.at())
                .set(MESSAGE.RECEIVED_AT, message.receivedAt())
                .set(MESSAGE.TEXT, message.text())
                .set(MESSAGE.REF, message.ref())
                .set(MESSAGE.REFERS_TO, message.refersTo())
                .set(MESSAGE.STATE, message.state())
                .set(MESSAGE.SEND_KEY, message.sendKey())
                .set(MESSAGE.PAYLOAD, message.payload())
                .returning(MESSAGE.ID)
                .fetchSingle(MESSAGE.ID));
    }

    void markUnseen(MessageId message, ConversationId conversation, Instant at) {
        db.insertInto(UNSEEN)
                .set(UNSEEN.MESSAGE_ID, message)
                .set(UNSEEN.CONVERSATION_ID, conversation)
                .set(UNSEEN.AT, at)
                .execute();
    }

    /** @return how many of them were unseen until now */
    int markSeen(ConversationId conversation, Collection<MessageId> messages) {
        return db.deleteFrom(UNSEEN)
                .where(UNSEEN.CONVERSATION_ID.eq(conversation))
                .and(UNSEEN.MESSAGE_ID.in(messages))
                .execute();
    }

    /** Puts the newest inbound message that counts back among the unseen; does nothing when it is there already. */
    void markNewestUnseen(ConversationId conversation) {
        var newest = db.select(MESSAGE.ID, MESSAGE.AT)
                .from(MESSAGE)
                .where(MESSAGE.CONVERSATION_ID.eq(conversation))
                .and(MESSAGE.DIRECTION.eq(Direction.INBOUND))
                .and(MESSAGE.KIND.notIn(MessageKind.UNCOUNTED))
                .orderBy(MESSAGE.AT.desc(), MESSAGE.ID.desc())
                .limit(1)
                .fetchOne();
        if (newest != null
                && !db.fetchExists(selectOne().from(UNSEEN).where(UNSEEN.MESSAGE_ID.eq(newest.get(MESSAGE.ID))))) {
            markUnseen(newest.get(MESSAGE.ID), conversation, newest.get(MESSAGE.AT));
        }
    }

    /** Moves everything unseen in a conversation to what "Undo" would bring back. */
    void putUnseenAway(ConversationId conversation, ArchivingId archiving) {
        db.insertInto(ARCHIVING_UNSEEN, ARCHIVING_UNSEEN.ARCHIVING_ID, ARCHIVING_UNSEEN.MESSAGE_ID)
                .select(select(val(archiving.value()), UNSEEN.MESSAGE_ID)
                        .from(UNSEEN)
                        .where(UNSEEN.CONVERSATION_ID.eq(conversation)))
                .execute();
        db.deleteFrom(UNSEEN).where(UNSEEN.CONVERSATION_ID.eq(conversation)).execute();
    }

    void bringUnseenBack(ConversationId conversation, ArchivingId archiving) {
        db.insertInto(UNSEEN, UNSEEN.MESSAGE_ID, UNSEEN.CONVERSATION_ID, UNSEEN.AT)
                .select(select(MESSAGE.ID, MESSAGE.CONVERSATION_ID, MESSAGE.AT)
                        .from(ARCHIVING_UNSEEN)
                        .join(MESSAGE)
                        .on(MESSAGE.ID.eq(ARCHIVING_UNSEEN.MESSAGE_ID))
                        .where(ARCHIVING_UNSEEN.ARCHIVING_ID.eq(archiving.value()))
                        .and(MESSAGE.CONVERSATION_ID.eq(conversation)))
                .execute();
        db.deleteFrom(ARCHIVING_UNSEEN)
                .where(ARCHIVING_UNSEEN.ARCHIVING_ID.eq(archiving.value()))
                .execute();
    }
}
