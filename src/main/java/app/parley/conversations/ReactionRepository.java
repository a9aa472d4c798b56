package app.parley.conversations;

import static app.parley.db.Tables.MESSAGE;
import static app.parley.db.Tables.REACTION;

import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The reaction that stands on a message, one for each side. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class ReactionRepository {

    static final int LONGEST_EMOJI = 64;

    private final DSLContext db;

    ReactionRepository(DSLContext db) {
        this.db = db;
    }

    /** Reactions come in any order: only one that is not older than what stands replaces it. No emoji takes it back. */
    void keep(NewMessage message) {
        if (message.refersTo() == null) {
            return;
        }
        int changed = db.update(REACTION)
                .set(REACTION.EMOJI, emoji(message))
                .set(REACTION.AT, message.at())
                .set(REACTION.MESSAGE_ID, message.id())
                .where(REACTION.NUMBER_ID.eq(message.number()))
                .and(REACTION.REF.eq(message.refersTo()))
                .and(REACTION.DIRECTION.eq(message.direction()))
                .and(REACTION.AT.le(message.at()))
                .execute();
        if (changed == 0) {
            db.insertInto(REACTION)
                    .set(REACTION.NUMBER_ID, message.number())
                    .set(REACTION.REF, message.refersTo())
                    .set(REACTION.DIRECTION, message.direction())
                    .set(REACTION.EMOJI, emoji(message))
                    .set(REACTION.AT, message.at())
                    .set(REACTION.MESSAGE_ID, message.id())
                    .onDuplicateKeyIgnore()
                    .execute();
        }
    }

    /**
     * One of ours turned out to have failed, or not to have: what stands is the last that did not. What the customer
     * saw before stands again.
     */
    void settle(MessageId reaction) {
        var failed = db.select(MESSAGE.NUMBER_ID, MESSAGE.REFERS_TO, MESSAGE.CONVERSATION_ID)
                .from(MESSAGE)
                .where(MESSAGE.ID.eq(reaction))
                .and(MESSAGE.KIND.eq(MessageKind.REACTION))
                .and(MESSAGE.REFERS_TO.isNotNull())
                .fetchOne();
        if (failed == null) {
            return;
        }
        var last = db.select(MESSAGE.ID, MESSAGE.TEXT, MESSAGE.AT)
                .from(MESSAGE)
                .where(MESSAGE.CONVERSATION_ID.eq(failed.value3()))
                .and(MESSAGE.KIND.eq(MessageKind.REACTION))
                .and(MESSAGE.DIRECTION.eq(Direction.OUTBOUND))
                .and(MESSAGE.REFERS_TO.eq(failed.value2()))
                .and(MESSAGE.STATE.ne(DeliveryState.FAILED))
                .orderBy(MESSAGE.AT.desc(), MESSAGE.ID.desc())
                .limit(1)
                .fetchOne();
        db.update(REACTION)
                .set(REACTION.EMOJI, last == null ? null : last.value2())
                .set(REACTION.MESSAGE_ID, last == null ? reaction : last.value1())
                .where(REACTION.NUMBER_ID.eq(failed.value1()))
                .and(REACTION.REF.eq(failed.value2()))
                .and(REACTION.DIRECTION.eq(Direction.OUTBOUND))
                .execute();
    }

    private static @Nullable String emoji(NewMessage message) {
        String text = message.text();
        return text == null || text.length() <= LONGEST_EMOJI ? text : text.substring(0, LONGEST_EMOJI);
    }
}
