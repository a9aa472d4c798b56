package app.parley.conversations;

import static app.parley.db.Tables.CONVERSATION;
import static app.parley.db.Tables.CUSTOMER;
import static app.parley.db.Tables.EARLY_STATUS;
import static app.parley.db.Tables.MESSAGE;
import static org.jooq.Records.mapping;

import app.parley.cloudapi.GraphError;
import app.parley.cloudapi.Recipient;
import app.parley.numbers.NumberId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** How far our messages have come; a message's state changes only while its conversation is locked. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class DeliveryRepository {

    private static final Duration EARLY_STATUSES_LAST = Duration.ofDays(7);

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
            DeliveryState state) {}

    /** A status that came before the answer naming its message. */
    record EarlyStatus(DeliveryState state, @Nullable GraphError error) {}

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
        return db.select(MESSAGE.ID, MESSAGE.CONVERSATION_ID, MESSAGE.NUMBER_ID, MESSAGE.REF, MESSAGE.STATE)
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

    /** Most are of messages that other applications send from the same number, and are never asked for. */
    void keepEarly(NumberId number, String ref, DeliveryState state, Instant now, @Nullable GraphError error) {
        db.deleteFrom(EARLY_STATUS)
                .where(EARLY_STATUS.RECEIVED_AT.lt(now.minus(EARLY_STATUSES_LAST)))
                .execute();
        db.insertInto(EARLY_STATUS)
                .set(EARLY_STATUS.NUMBER_ID, number)
                .set(EARLY_STATUS.REF, ref)
                .set(EARLY_STATUS.STATE, state)
                .set(EARLY_STATUS.RECEIVED_AT, now)
                .set(EARLY_STATUS.ERROR_CODE, error == null ? null : error.code())
                .set(EARLY_STATUS.ERROR_TITLE, error == null ? null : error.title())
                .onDuplicateKeyIgnore()
                .execute();
    }

    /** The early statuses of a message, taken away. */
    List<EarlyStatus> takeEarly(NumberId number, String ref) {
        var early = db.select(EARLY_STATUS.ID, EARLY_STATUS.STATE, EARLY_STATUS.ERROR_CODE, EARLY_STATUS.ERROR_TITLE)
                .from(EARLY_STATUS)
                .where(EARLY_STATUS.NUMBER_ID.eq(number))
                .and(EARLY_STATUS.REF.eq(ref))
                .orderBy(EARLY_STATUS.ID)
                .fetch();
        // Only what was read: one that comes this moment stays for whoever comes next.
        db.deleteFrom(EARLY_STATUS)
                .where(EARLY_STATUS.ID.in(early.getValues(EARLY_STATUS.ID)))
                .execute();
        return early.map(status -> new EarlyStatus(
                status.get(EARLY_STATUS.STATE),
                status.get(EARLY_STATUS.ERROR_CODE) == null
                        ? null
                        : new GraphError(status.get(EARLY_STATUS.ERROR_CODE), status.get(EARLY_STATUS.ERROR_TITLE))));
    }

    Optional<Outgoing> outgoing(MessageId id) {
        return db.select(MESSAGE.ID, MESSAGE.NUMBER_ID, CUSTOMER.WA_ID, CUSTOMER.USER_ID, MESSAGE.TEXT)
                .from(MESSAGE)
                .join(CONVERSATION)
                .on(CONVERSATION.ID.eq(MESSAGE.CONVERSATION_ID))
                .join(CUSTOMER)
                .on(CUSTOMER.ID.eq(CONVERSATION.CUSTOMER_ID))
                .where(MESSAGE.ID.eq(id))
                .fetchOptional(mapping((message, number, waId, userId, text) -> new Outgoing(
                        message, number, waId != null ? new Recipient.Phone(waId) : new Recipient.User(userId), text)));
    }
}
