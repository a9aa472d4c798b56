package app.parley.conversations;

import static app.parley.db.Tables.EARLY_CHANGE;
import static app.parley.db.Tables.MESSAGE;
import static org.jooq.Records.mapping;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Edits and deletions, in whatever order they come. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class ChangeRepository {

    private final DSLContext db;

    ChangeRepository(DSLContext db) {
        this.db = db;
    }

    /** The message the change is about; the customer's own, in the same conversation. */
    Optional<MessageId> target(Change change) {
        return db.select(MESSAGE.ID)
                .from(MESSAGE)
                .where(MESSAGE.CONVERSATION_ID.eq(change.conversation()))
                .and(MESSAGE.REF.eq(change.ref()))
                .and(MESSAGE.DIRECTION.eq(Direction.INBOUND))
                .fetchOptional(MESSAGE.ID);
    }

    /** @return false when a later edit is known already */
    boolean edit(MessageId message, Instant at, @Nullable String text) {
        return db.update(MESSAGE)
                        .set(MESSAGE.TEXT, text)
                        .set(MESSAGE.EDITED_AT, at)
                        .where(MESSAGE.ID.eq(message))
                        .and(MESSAGE.EDITED_AT.isNull().or(MESSAGE.EDITED_AT.le(at)))
                        .execute()
                > 0;
    }

    void revoke(MessageId message, Instant at) {
        db.update(MESSAGE)
                .set(MESSAGE.REVOKED_AT, at)
                .where(MESSAGE.ID.eq(message))
                .execute();
    }

    void keepEarly(Change change) {
        db.insertInto(EARLY_CHANGE)
                .set(EARLY_CHANGE.MESSAGE_ID, change.id())
                .set(
                        EARLY_CHANGE.NUMBER_ID,
                        DSL.field(DSL.select(MESSAGE.NUMBER_ID).from(MESSAGE).where(MESSAGE.ID.eq(change.id()))))
                .set(EARLY_CHANGE.REF, change.ref())
                .execute();
    }

    /** The changes that came before these messages, in their own order, taken away. */
    List<Change> takeEarly(List<NewMessage> messages) {
        String[] refs =
                messages.stream().map(NewMessage::ref).filter(Objects::nonNull).toArray(String[]::new);
        List<Change> early = db.select(
                        MESSAGE.ID,
                        MESSAGE.CONVERSATION_ID,
                        MESSAGE.KIND,
                        MESSAGE.AT,
                        MESSAGE.RECEIVED_AT,
                        EARLY_CHANGE.REF,
                        MESSAGE.PAYLOAD)
                .from(EARLY_CHANGE)
                .join(MESSAGE)
                .on(MESSAGE.ID.eq(EARLY_CHANGE.MESSAGE_ID))
                .where(EARLY_CHANGE.REF.eq(DSL.any(refs)))
                .orderBy(MESSAGE.AT, MESSAGE.ID)
                .fetch(mapping(Change::new));
        if (!early.isEmpty()) {
            db.deleteFrom(EARLY_CHANGE)
                    .where(EARLY_CHANGE.MESSAGE_ID.in(
                            early.stream().map(Change::id).toList()))
                    .execute();
        }
        return early;
    }
}
