package app.parley.conversations;

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

    private static final int LONGEST_EMOJI = 64;

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

    private static @Nullable String emoji(NewMessage message) {
        String text = message.text();
        return text == null || text.length() <= LONGEST_EMOJI ? text : text.substring(0, LONGEST_EMOJI);
    }
}
