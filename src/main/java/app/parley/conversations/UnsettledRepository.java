package app.parley.conversations;

import static app.parley.db.Tables.MESSAGE;
import static app.parley.db.Tables.UNSETTLED;
import static org.jooq.Records.mapping;

import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The sends whose answer was lost and that no status has settled yet. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class UnsettledRepository {

    private final DSLContext db;

    UnsettledRepository(DSLContext db) {
        this.db = db;
    }

    void add(MessageId message, Instant since) {
        db.update(MESSAGE)
                .set(MESSAGE.UNKNOWN_AT, since)
                .where(MESSAGE.ID.eq(message))
                .execute();
        db.insertInto(UNSETTLED)
                .set(UNSETTLED.MESSAGE_ID, message)
                .set(UNSETTLED.SINCE, since)
                .onDuplicateKeyIgnore()
                .execute();
    }

    void remove(MessageId message) {
        db.deleteFrom(UNSETTLED).where(UNSETTLED.MESSAGE_ID.eq(message)).execute();
    }

    /** Where a message has been unsettled since this stretch of time, its end included. */
    List<ConversationChanged> conversations(Instant after, Instant until) {
        return db.selectDistinct(MESSAGE.CONVERSATION_ID, MESSAGE.NUMBER_ID)
                .from(UNSETTLED)
                .join(MESSAGE)
                .on(MESSAGE.ID.eq(UNSETTLED.MESSAGE_ID))
                .where(UNSETTLED.SINCE.gt(after))
                .and(UNSETTLED.SINCE.le(until))
                .fetch(mapping(ConversationChanged::new));
    }
}
