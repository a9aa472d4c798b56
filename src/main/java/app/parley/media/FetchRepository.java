package app.parley.media;

import static app.parley.db.Tables.ACCOUNT;
import static app.parley.db.Tables.ATTACHMENT;
import static app.parley.db.Tables.MESSAGE;
import static app.parley.db.Tables.NUMBER;
import static org.jooq.Records.mapping;

import app.parley.conversations.AttachmentState;
import app.parley.conversations.ConversationChanged;
import app.parley.conversations.MessageId;
import java.time.Instant;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
@Transactional(propagation = Propagation.MANDATORY)
class FetchRepository {

    private final DSLContext db;

    FetchRepository(DSLContext db) {
        this.db = db;
    }

    /** Takes what is due; until {@code leaseEnds} nobody else takes it, and then it counts as a failed attempt. */
    List<FetchTask> claim(Instant now, Instant leaseEnds, int limit) {
        List<MessageId> ids = db.select(ATTACHMENT.MESSAGE_ID)
                .from(ATTACHMENT)
                .where(waiting())
                .and(ATTACHMENT.DUE_AT.le(now))
                // By the index from its first column on, and without locks: H2 would sort, or lock, all that is due.
                .orderBy(ATTACHMENT.STATE, ATTACHMENT.DUE_AT, ATTACHMENT.MESSAGE_ID)
                .limit(limit)
                .fetch(ATTACHMENT.MESSAGE_ID);
        if (ids.isEmpty()) {
            return List.of();
        }
        db.update(ATTACHMENT)
                .set(ATTACHMENT.DUE_AT, leaseEnds)
                .set(ATTACHMENT.ATTEMPTS, ATTACHMENT.ATTEMPTS.plus(1))
                .set(ATTACHMENT.REASON, MissingFileReason.FETCHING.name())
                .where(ATTACHMENT.MESSAGE_ID.in(ids))
                .and(waiting())
                .execute();
        return details(ids);
    }

    private List<FetchTask> details(List<MessageId> ids) {
        return db.select(
                        MESSAGE.ID,
                        MESSAGE.CONVERSATION_ID,
                        MESSAGE.NUMBER_ID,
                        NUMBER.PHONE_NUMBER_ID,
                        ACCOUNT.WABA_ID,
                        ATTACHMENT.MEDIA_REF,
                        ATTACHMENT.SHA256,
                        ATTACHMENT.DIGEST,
                        ATTACHMENT.ATTEMPTS,
                        MESSAGE.RECEIVED_AT)
                .from(ATTACHMENT)
                .join(MESSAGE)
                .on(MESSAGE.ID.eq(ATTACHMENT.MESSAGE_ID))
                .join(NUMBER)
                .on(NUMBER.ID.eq(MESSAGE.NUMBER_ID))
                .join(ACCOUNT)
                .on(ACCOUNT.ID.eq(NUMBER.ACCOUNT_ID))
                .where(ATTACHMENT.MESSAGE_ID.in(ids))
                .fetch(mapping(FetchTask::new));
    }

    /** What a process that is no more was fetching is due at once. */
    void recover(Instant now) {
        db.update(ATTACHMENT)
                .set(ATTACHMENT.DUE_AT, now)
                .where(waiting())
                .and(ATTACHMENT.REASON.eq(MissingFileReason.FETCHING.name()))
                .execute();
    }

    /** @return false when it is no longer waited for, as when an edit brought another file */
    boolean kept(FetchTask due, FetchedFile found) {
        return db.update(ATTACHMENT)
                        .set(ATTACHMENT.STATE, AttachmentState.KEPT)
                        .setNull(ATTACHMENT.REASON)
                        .setNull(ATTACHMENT.DUE_AT)
                        .set(ATTACHMENT.DIGEST, found.digest())
                        .set(ATTACHMENT.SIZE, found.size())
                        .set(ATTACHMENT.CONTENT_TYPE, found.contentType())
                        .set(ATTACHMENT.WIDTH, found.look().width())
                        .set(ATTACHMENT.HEIGHT, found.look().height())
                        .set(ATTACHMENT.THUMBNAIL, found.look().thumbnail())
                        .where(awaited(due))
                        .execute()
                > 0;
    }

    /**
     * @param next when to try again; null gives it up
     * @return false when it is no longer waited for
     */
    boolean failed(FetchTask due, MissingFileReason reason, @Nullable Instant next) {
        return db.update(ATTACHMENT)
                        .set(ATTACHMENT.STATE, next == null ? AttachmentState.GONE : AttachmentState.WAITING)
                        .set(ATTACHMENT.REASON, reason.name())
                        .set(ATTACHMENT.DUE_AT, next)
                        .where(awaited(due))
                        .execute()
                > 0;
    }

    /** @return false when there is nothing to fetch, or it is being fetched already */
    boolean again(MessageId message, Instant now) {
        return db.update(ATTACHMENT)
                        .set(ATTACHMENT.STATE, AttachmentState.WAITING)
                        .setNull(ATTACHMENT.REASON)
                        .set(ATTACHMENT.ATTEMPTS, 0)
                        .set(ATTACHMENT.DUE_AT, now)
                        .where(ATTACHMENT.MESSAGE_ID.eq(message))
                        .and(ATTACHMENT.STATE.ne(AttachmentState.KEPT))
                        .and(ATTACHMENT.MEDIA_REF.isNotNull().or(ATTACHMENT.DIGEST.isNotNull()))
                        .and(ATTACHMENT.REASON.isDistinctFrom(MissingFileReason.FETCHING.name()))
                        .execute()
                > 0;
    }

    /** The file we had is not on our disk: it is fetched as if it had just come. */
    boolean lost(MessageId message, Instant now) {
        return db.update(ATTACHMENT)
                        .set(ATTACHMENT.STATE, AttachmentState.WAITING)
                        .set(ATTACHMENT.ATTEMPTS, 0)
                        .set(ATTACHMENT.DUE_AT, now)
                        .where(ATTACHMENT.MESSAGE_ID.eq(message))
                        .and(ATTACHMENT.STATE.eq(AttachmentState.KEPT))
                        .execute()
                > 0;
    }

    /** The file we had is on our disk after all. */
    boolean isBack(FetchTask due) {
        return db.update(ATTACHMENT)
                        .set(ATTACHMENT.STATE, AttachmentState.KEPT)
                        .setNull(ATTACHMENT.REASON)
                        .setNull(ATTACHMENT.DUE_AT)
                        .where(awaited(due))
                        .execute()
                > 0;
    }

    ConversationChanged change(MessageId message) {
        return db.select(MESSAGE.CONVERSATION_ID, MESSAGE.NUMBER_ID)
                .from(MESSAGE)
                .where(MESSAGE.ID.eq(message))
                .fetchSingle(mapping(ConversationChanged::new));
    }

    private static Condition awaited(FetchTask due) {
        return ATTACHMENT
                .MESSAGE_ID
                .eq(due.message())
                .and(ATTACHMENT.MEDIA_REF.isNotDistinctFrom(due.mediaRef()))
                .and(waiting());
    }

    private static Condition waiting() {
        return ATTACHMENT.STATE.eq(AttachmentState.WAITING);
    }
}
