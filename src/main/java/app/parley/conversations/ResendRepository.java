package app.parley.conversations;

import static app.parley.db.Tables.ATTACHMENT;
import static app.parley.db.Tables.MESSAGE;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What was sent before and is to be sent anew. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class ResendRepository {

    private final DSLContext db;

    ResendRepository(DSLContext db) {
        this.db = db;
    }

    /**
     * A message of ours.
     *
     * @param resentAs the message that was sent instead; null when none was
     */
    record Original(
            ConversationId conversation,
            MessageKind kind,
            @Nullable String text,
            @Nullable String refersTo,
            @Nullable String payload,
            DeliveryState state,
            @Nullable Integer errorCode,
            @Nullable Instant unknownAt,
            @Nullable MessageId resentAs) {}

    Optional<Original> find(MessageId message) {
        return db.select(
                        MESSAGE.CONVERSATION_ID,
                        MESSAGE.KIND,
                        MESSAGE.TEXT,
                        MESSAGE.REFERS_TO,
                        MESSAGE.PAYLOAD,
                        MESSAGE.STATE,
                        MESSAGE.ERROR_CODE,
                        MESSAGE.UNKNOWN_AT,
                        MESSAGE.RESENT_AS)
                .from(MESSAGE)
                .where(MESSAGE.ID.eq(message))
                .and(MESSAGE.DIRECTION.eq(Direction.OUTBOUND))
                .fetchOptional(mapping(Original::new));
    }

    void resentAs(MessageId message, MessageId anew) {
        db.update(MESSAGE)
                .set(MESSAGE.RESENT_AS, anew)
                .where(MESSAGE.ID.eq(message))
                .execute();
    }

    /** The file goes along, though not WhatsApp's id of it: that may be what was wrong. */
    void copyFile(MessageId message, MessageId anew) {
        db.insertInto(
                        ATTACHMENT,
                        ATTACHMENT.MESSAGE_ID,
                        ATTACHMENT.STATE,
                        ATTACHMENT.DIGEST,
                        ATTACHMENT.SIZE,
                        ATTACHMENT.CONTENT_TYPE,
                        ATTACHMENT.FILE_NAME,
                        ATTACHMENT.WIDTH,
                        ATTACHMENT.HEIGHT,
                        ATTACHMENT.THUMBNAIL)
                .select(select(
                                val(anew, ATTACHMENT.MESSAGE_ID),
                                ATTACHMENT.STATE,
                                ATTACHMENT.DIGEST,
                                ATTACHMENT.SIZE,
                                ATTACHMENT.CONTENT_TYPE,
                                ATTACHMENT.FILE_NAME,
                                ATTACHMENT.WIDTH,
                                ATTACHMENT.HEIGHT,
                                ATTACHMENT.THUMBNAIL)
                        .from(ATTACHMENT)
                        .where(ATTACHMENT.MESSAGE_ID.eq(message)))
                .execute();
    }
}
