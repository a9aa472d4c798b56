package app.parley.conversations;

import static app.parley.db.Tables.SESSION;
import static org.jooq.impl.DSL.least;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import app.parley.numbers.NumberId;
import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
@Transactional(propagation = Propagation.MANDATORY)
class SessionRepository {

    private final DSLContext db;
    private final BatchStatement extend;

    SessionRepository(DSLContext db, JdbcOperations jdbc) {
        this.db = db;
        this.extend = new BatchStatement(
                jdbc,
                db.update(SESSION)
                        .set(SESSION.ENDS_AT, (Instant) null)
                        .set(SESSION.OPENED_AT, least(SESSION.OPENED_AT, val((Instant) null, SESSION.OPENED_AT)))
                        .where(SESSION.ID.eq((SessionId) null)));
    }

    SessionId open(ConversationId conversation, NumberId number, SessionWindow window) {
        return Objects.requireNonNull(db.insertInto(SESSION)
                .set(SESSION.CONVERSATION_ID, conversation)
                .set(SESSION.NUMBER_ID, number)
                .set(SESSION.OPENED_AT, window.from())
                .set(SESSION.ENDS_AT, window.until())
                .returning(SESSION.ID)
                .fetchSingle(SESSION.ID));
    }

    /** The session that was open at a time, if one was: where a late message belongs. */
    Optional<SessionId> covering(ConversationId conversation, Instant time) {
        return db.select(SESSION.ID)
                .from(SESSION)
                .where(SESSION.CONVERSATION_ID.eq(conversation))
                .and(SESSION.OPENED_AT.le(time))
                .and(SESSION.ENDS_AT.gt(time))
                .and(SESSION.ENDED_AT.isNull().or(SESSION.ENDED_AT.gt(time)))
                .orderBy(SESSION.OPENED_AT.desc())
                .limit(1)
                .fetchOptional(SESSION.ID);
    }

    void extend(Collection<ConversationBatch> talks) {
        extend.execute(talks.stream().map(SessionRepository::values).toList());
    }

    /** In the order of the statement. */
    private static @Nullable Object[] values(ConversationBatch talk) {
        return new @Nullable Object[] {
            talk.sessionEndsAt(),
            talk.sessionFrom(),
            Objects.requireNonNull(talk.session()).value()
        };
    }

    /** Whether one that was open at that time was ended early since. */
    boolean wasEndedSince(ConversationId conversation, Instant time) {
        return db.fetchExists(selectOne()
                .from(SESSION)
                .where(SESSION.CONVERSATION_ID.eq(conversation))
                .and(SESSION.OPENED_AT.le(time))
                .and(SESSION.ENDED_AT.ge(time)));
    }

    void end(SessionId id, Instant at, SessionEnd by) {
        db.update(SESSION)
                .set(SESSION.ENDED_AT, at)
                .set(SESSION.ENDED_BY, by.name())
                .where(SESSION.ID.eq(id))
                .and(SESSION.ENDED_AT.isNull())
                .execute();
    }

    void reopen(SessionId id) {
        db.update(SESSION)
                .setNull(SESSION.ENDED_AT)
                .setNull(SESSION.ENDED_BY)
                .where(SESSION.ID.eq(id))
                .execute();
    }
}
