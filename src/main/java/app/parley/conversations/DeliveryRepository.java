package app.parley.conversations;

import static app.parley.db.Tables.ATTACHMENT;
import static app.parley.db.Tables.CONVERSATION;
import static app.parley.db.Tables.CUSTOMER;
import static app.parley.db.Tables.MESSAGE;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.selectOne;

import app.parley.cloudapi.GraphError;
import app.parley.cloudapi.OutboundContent;
import app.parley.cloudapi.Recipient;
import app.parley.numbers.NumberId;
import app.parley.team.AgentId;
import java.time.Instant;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** How far our messages have come; a message's state changes only while its conversation is locked. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class DeliveryRepository {

    private final DSLContext db;

    DeliveryRepository(DSLContext db) {
        this.db = db;
    }

    /** One outbound message. */
    record Delivery(
            MessageId id,
            ConversationId conversation,
            NumberId number,
            @Nullable String ref,
            DeliveryState state,
            @Nullable SessionId session,
            @Nullable AgentId agent,
            MessageKind kind,
            Instant at) {

        Delivery with(DeliveryState next) {
            return new Delivery(id, conversation, number, ref, next, session, agent, kind, at);
        }

        Optional<BillableMessage> billable() {
            return session == null || !kind.costs()
                    ? Optional.empty()
                    : Optional.of(
                            new BillableMessage(id, conversation, number, session, agent, Direction.OUTBOUND, at));
        }
    }

    Optional<ConversationId> conversationOf(MessageId id) {
        return conversation(MESSAGE.ID.eq(id));
    }

    Optional<ConversationId> conversationOf(NumberId number, String ref) {
        return conversation(MESSAGE.NUMBER_ID.eq(number).and(MESSAGE.REF.eq(ref)));
    }

    private Optional<ConversationId> conversation(Condition condition) {
        return db.select(MESSAGE.CONVERSATION_ID).from(MESSAGE).where(condition).fetchOptional(MESSAGE.CONVERSATION_ID);
    }

    Optional<Delivery> byId(MessageId id) {
        return delivery(MESSAGE.ID.eq(id));
    }

    Optional<Delivery> byRef(NumberId number, String ref) {
        return delivery(MESSAGE.NUMBER_ID.eq(number).and(MESSAGE.REF.eq(ref)));
    }

    private Optional<Delivery> delivery(Condition condition) {
        return db.select(
                        MESSAGE.ID,
                        MESSAGE.CONVERSATION_ID,
                        MESSAGE.NUMBER_ID,
                        MESSAGE.REF,
                        MESSAGE.STATE,
                        MESSAGE.SESSION_ID,
                        MESSAGE.AGENT_ID,
                        MESSAGE.KIND,
                        MESSAGE.AT)
                .from(MESSAGE)
                .where(condition)
                .and(MESSAGE.DIRECTION.eq(Direction.OUTBOUND))
                .fetchOptional(mapping(Delivery::new));
    }

    void ref(MessageId id, String ref) {
        db.update(MESSAGE)
                .set(MESSAGE.REF, ref)
                .where(MESSAGE.ID.eq(id))
                .and(MESSAGE.REF.isNull())
                .execute();
    }

    void state(MessageId id, DeliveryState state, @Nullable GraphError error) {
        db.update(MESSAGE)
                .set(MESSAGE.STATE, state)
                .set(MESSAGE.ERROR_CODE, error == null ? null : error.code())
                .set(MESSAGE.ERROR_TITLE, error == null ? null : error.title())
                .where(MESSAGE.ID.eq(id))
                .execute();
    }

    /** Keeps the earliest time at which a message is said to have reached a state. */
    void reached(MessageId id, DeliveryState state, Instant at) {
        TableField<?, Instant> time = timeOf(state);
        if (time != null) {
            db.update(MESSAGE)
                    .set(time, at)
                    .where(MESSAGE.ID.eq(id))
                    .and(time.isNull().or(time.gt(at)))
                    .execute();
        }
    }

    private static @Nullable TableField<?, Instant> timeOf(DeliveryState state) {
        return switch (state) {
            case SENT -> MESSAGE.SENT_AT;
            case DELIVERED -> MESSAGE.DELIVERED_AT;
            case READ -> MESSAGE.READ_AT;
            case PLAYED -> MESSAGE.PLAYED_AT;
            case FAILED -> MESSAGE.FAILED_AT;
            case QUEUED, ACCEPTED, UNKNOWN -> null;
        };
    }

    Optional<Outgoing> outgoing(MessageId id) {
        return db.select(
                        MESSAGE.NUMBER_ID,
                        CUSTOMER.WA_ID,
                        CUSTOMER.USER_ID,
                        MESSAGE.TEXT,
                        MESSAGE.PAYLOAD,
                        MESSAGE.KIND,
                        MESSAGE.REFERS_TO,
                        ATTACHMENT.DIGEST,
                        ATTACHMENT.CONTENT_TYPE,
                        ATTACHMENT.FILE_NAME,
                        ATTACHMENT.MEDIA_REF,
                        ATTACHMENT.UPLOADED_AT)
                .from(MESSAGE)
                .join(CONVERSATION)
                .on(CONVERSATION.ID.eq(MESSAGE.CONVERSATION_ID))
                .join(CUSTOMER)
                .on(CUSTOMER.ID.eq(CONVERSATION.CUSTOMER_ID))
                .leftJoin(ATTACHMENT)
                .on(ATTACHMENT.MESSAGE_ID.eq(MESSAGE.ID))
                .where(MESSAGE.ID.eq(id))
                .and(MESSAGE.STATE.eq(DeliveryState.QUEUED))
                .fetchOptional(row -> outgoing(id, row));
    }

    private static Outgoing outgoing(MessageId id, Record row) {
        String waId = row.get(CUSTOMER.WA_ID);
        String payload = row.get(MESSAGE.PAYLOAD);
        // A reaction says in its content what it is on: there is nothing to quote.
        boolean quotes = row.get(MESSAGE.KIND) != MessageKind.REACTION;
        return new Outgoing(
                id,
                row.get(MESSAGE.NUMBER_ID),
                waId != null ? new Recipient.Phone(waId) : new Recipient.User(row.get(CUSTOMER.USER_ID)),
                payload != null ? payload : OutboundContent.text(row.get(MESSAGE.TEXT)),
                quotes ? row.get(MESSAGE.REFERS_TO) : null,
                row.get(ATTACHMENT.DIGEST) == null
                        ? null
                        : new OutgoingFile(
                                row.get(ATTACHMENT.DIGEST),
                                row.get(ATTACHMENT.CONTENT_TYPE),
                                row.get(ATTACHMENT.FILE_NAME),
                                row.get(ATTACHMENT.MEDIA_REF),
                                row.get(ATTACHMENT.UPLOADED_AT)));
    }

    /** By the digest: the same file goes to many customers. */
    Optional<UploadedFile> uploadedSince(NumberId number, OutgoingFile file, Instant moment) {
        return db.select(ATTACHMENT.MEDIA_REF, ATTACHMENT.UPLOADED_AT)
                .from(ATTACHMENT)
                .join(MESSAGE)
                .on(MESSAGE.ID.eq(ATTACHMENT.MESSAGE_ID))
                .where(ATTACHMENT.DIGEST.eq(file.digest()))
                .and(ATTACHMENT.CONTENT_TYPE.eq(file.contentType()))
                .and(ATTACHMENT.UPLOADED_AT.gt(moment))
                .and(ATTACHMENT.MEDIA_REF.isNotNull())
                .and(MESSAGE.NUMBER_ID.eq(number))
                .orderBy(ATTACHMENT.UPLOADED_AT.desc())
                .limit(1)
                .fetchOptional(mapping(UploadedFile::new));
    }

    boolean isBeforeUpload(MessageId id) {
        return db.fetchExists(
                selectOne().from(ATTACHMENT).where(ATTACHMENT.MESSAGE_ID.eq(id)).and(ATTACHMENT.UPLOADED_AT.isNull()));
    }

    /** WhatsApp has the file now: another attempt need not upload it again. */
    void uploaded(MessageId id, UploadedFile uploaded) {
        db.update(ATTACHMENT)
                .set(ATTACHMENT.MEDIA_REF, uploaded.mediaRef())
                .set(ATTACHMENT.UPLOADED_AT, uploaded.at())
                .where(ATTACHMENT.MESSAGE_ID.eq(id))
                .execute();
    }
}
