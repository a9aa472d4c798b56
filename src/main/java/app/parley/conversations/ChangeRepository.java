package app.parley.conversations;

import static app.parley.db.Tables.EARLY_CHANGE;
import static app.parley.db.Tables.MESSAGE;
import static app.parley.foundation.AnyOf.anyOf;
import static java.util.stream.Collectors.toSet;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.selectOne;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
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

    /** Whether the message it is about is here, whosever it is. */
    boolean isKnown(Change change) {
        return db.fetchExists(selectOne()
                .from(MESSAGE)
                .where(MESSAGE.NUMBER_ID.eq(change.number()))
                .and(MESSAGE.REF.eq(change.ref())));
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
                .and(MESSAGE.REVOKED_AT.isNull().or(MESSAGE.REVOKED_AT.gt(at)))
                .execute();
    }

    void keepEarly(Change change) {
        db.insertInto(EARLY_CHANGE)
                .set(EARLY_CHANGE.MESSAGE_ID, change.id())
                .set(EARLY_CHANGE.NUMBER_ID, change.number())
                .set(EARLY_CHANGE.REF, change.ref())
                .execute();
    }

    /** The changes that came before these messages, in their own order, taken away. */
    List<Change> takeEarly(List<NewMessage> messages) {
        Set<MessageRef> came = messages.stream()
                .filter(message -> message.ref() != null)
                .map(message -> new MessageRef(message.number(), Objects.requireNonNull(message.ref())))
                .collect(toSet());
        List<Change> early = db
                .select(
                        MESSAGE.ID,
                        MESSAGE.CONVERSATION_ID,
                        MESSAGE.NUMBER_ID,
                        MESSAGE.KIND,
                        MESSAGE.AT,
                        MESSAGE.RECEIVED_AT,
                        EARLY_CHANGE.REF,
                        MESSAGE.PAYLOAD)
                .from(EARLY_CHANGE)
                .join(MESSAGE)
                .on(MESSAGE.ID.eq(EARLY_CHANGE.MESSAGE_ID))
                .where(anyOf(
                        EARLY_CHANGE.REF, came.stream().map(MessageRef::ref).toList()))
                .orderBy(MESSAGE.AT, MESSAGE.ID)
                .fetch(mapping(Change::new))
                .stream()
                .filter(change -> came.contains(new MessageRef(change.number(), change.ref())))
                .toList();
        if (!early.isEmpty()) {
            db.deleteFrom(EARLY_CHANGE)
                    .where(anyOf(
                            EARLY_CHANGE.MESSAGE_ID,
                            early.stream().map(Change::id).toList()))
                    .execute();
        }
        return early;
    }
}
