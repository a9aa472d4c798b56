package app.parley.demo;

import static app.parley.db.Tables.ATTACHMENT;
import static app.parley.db.Tables.CONVERSATION;
import static app.parley.db.Tables.CUSTOMER;
import static app.parley.db.Tables.MESSAGE;
import static app.parley.db.Tables.UNSEEN;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectCount;

import app.parley.conversations.AttachmentState;
import app.parley.conversations.ConversationId;
import app.parley.conversations.DeliveryState;
import app.parley.conversations.Direction;
import app.parley.conversations.MessageId;
import app.parley.conversations.MessageKind;
import app.parley.numbers.NumberId;
import app.parley.team.AgentId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** What cannot be played as it happened: replies of the past, and what was seen of it. */
@Repository
class DemoRepository {

    private final DSLContext db;

    DemoRepository(DSLContext db) {
        this.db = db;
    }

    Optional<ConversationId> conversationWith(NumberId number, String userId) {
        return db.select(CONVERSATION.ID)
                .from(CONVERSATION)
                .join(CUSTOMER)
                .on(CUSTOMER.ID.eq(CONVERSATION.CUSTOMER_ID))
                .where(CONVERSATION.NUMBER_ID.eq(number))
                .and(CUSTOMER.USER_ID.eq(userId))
                .fetchOptional(CONVERSATION.ID);
    }

    /** Takes the message from the unseen ones when the bakery has seen it. */
    void settle(NumberId number, Bakery.Line line) {
        if (!line.seen()) {
            return;
        }
        db.select(MESSAGE.ID, MESSAGE.CONVERSATION_ID)
                .from(MESSAGE)
                .where(MESSAGE.NUMBER_ID.eq(number))
                .and(MESSAGE.REF.eq(line.id()))
                .fetchOptional()
                .ifPresent(message -> {
                    db.deleteFrom(UNSEEN)
                            .where(UNSEEN.MESSAGE_ID.eq(message.get(MESSAGE.ID)))
                            .execute();
                    countUnseen(message.get(MESSAGE.CONVERSATION_ID));
                });
    }

    private void countUnseen(ConversationId conversation) {
        db.update(CONVERSATION)
                .set(
                        CONVERSATION.UNSEEN,
                        field(selectCount().from(UNSEEN).where(UNSEEN.CONVERSATION_ID.eq(conversation)))
                                .coerce(Integer.class))
                .where(CONVERSATION.ID.eq(conversation))
                .execute();
    }

    /** WhatsApp has it; what became of it is told by a status, as always. */
    void insertOurs(ConversationId conversation, NumberId number, AgentId agent, Bakery.Line line, Instant at) {
        MessageId id = Objects.requireNonNull(db.insertInto(MESSAGE)
                .set(MESSAGE.CONVERSATION_ID, conversation)
                .set(MESSAGE.NUMBER_ID, number)
                .set(
                        MESSAGE.SESSION_ID,
                        field(select(CONVERSATION.SESSION_ID)
                                .from(CONVERSATION)
                                .where(CONVERSATION.ID.eq(conversation))
                                .and(CONVERSATION.SESSION_ENDS_AT.gt(at))))
                .set(MESSAGE.AGENT_ID, agent)
                .set(MESSAGE.DIRECTION, Direction.OUTBOUND)
                .set(MESSAGE.KIND, MessageKind.valueOf(line.kind()))
                .set(MESSAGE.AT, at)
                .set(MESSAGE.RECEIVED_AT, at)
                .set(MESSAGE.TEXT, line.text())
                .set(MESSAGE.REF, line.id())
                .set(MESSAGE.REFERS_TO, line.refersTo())
                .set(MESSAGE.STATE, DeliveryState.ACCEPTED)
                .returning(MESSAGE.ID)
                .fetchSingle(MESSAGE.ID));
        announceFile(id, line, at);
        db.update(CONVERSATION)
                .set(CONVERSATION.LAST_MESSAGE_ID, id)
                .set(CONVERSATION.LAST_AT, at)
                .set(CONVERSATION.WAITING, false)
                .where(CONVERSATION.ID.eq(conversation))
                .execute();
    }

    /** A file of ours is fetched once more, as what customers send: for the demo has it nowhere else. */
    private void announceFile(MessageId message, Bakery.Line line, Instant at) {
        if (line.payload() != null && line.payload().has("id")) {
            db.insertInto(ATTACHMENT)
                    .set(ATTACHMENT.MESSAGE_ID, message)
                    .set(ATTACHMENT.MEDIA_REF, line.payload().path("id").asString())
                    .set(ATTACHMENT.MIME_TYPE, line.payload().path("mime_type").asString(""))
                    .set(ATTACHMENT.SHA256, line.payload().path("sha256").asString(""))
                    .set(ATTACHMENT.FILE_NAME, line.payload().path("filename").asString(line.text()))
                    .set(ATTACHMENT.STATE, AttachmentState.WAITING)
                    .set(ATTACHMENT.DUE_AT, at)
                    .execute();
        }
    }
}
