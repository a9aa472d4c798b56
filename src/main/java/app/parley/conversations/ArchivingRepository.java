package app.parley.conversations;

import static app.parley.db.Tables.ARCHIVING;
import static org.jooq.Records.mapping;

import app.parley.team.AgentId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What was archived when, so that it can be taken back. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class ArchivingRepository {

    private final DSLContext db;

    ArchivingRepository(DSLContext db) {
        this.db = db;
    }

    /** One act of archiving, and the session it ended. */
    record Archiving(
            ArchivingId id,
            ConversationId conversation,
            Instant archivedAt,
            @Nullable SessionId session,
            @Nullable Instant sessionEndsAt,
            boolean voided) {}

    ArchivingId insert(Conversation conversation, AgentId agent, Instant now) {
        return new ArchivingId(Objects.requireNonNull(db.insertInto(ARCHIVING)
                .set(ARCHIVING.CONVERSATION_ID, conversation.id())
                .set(ARCHIVING.AGENT_ID, agent)
                .set(ARCHIVING.ARCHIVED_AT, now)
                .set(ARCHIVING.SESSION_ID, conversation.sessionId())
                .set(ARCHIVING.SESSION_ENDS_AT, conversation.sessionEndsAt())
                .returning(ARCHIVING.ID)
                .fetchSingle(ARCHIVING.ID)));
    }

    Optional<Archiving> byId(ArchivingId id) {
        return db.select(
                        ARCHIVING.ID.convertFrom(ArchivingId::new),
                        ARCHIVING.CONVERSATION_ID,
                        ARCHIVING.ARCHIVED_AT,
                        ARCHIVING.SESSION_ID,
                        ARCHIVING.SESSION_ENDS_AT,
                        ARCHIVING.VOIDED)
                .from(ARCHIVING)
                .where(ARCHIVING.ID.eq(id.value()))
                .fetchOptional(mapping(Archiving::new));
    }

    void voidAll(ConversationId conversation) {
        db.update(ARCHIVING)
                .set(ARCHIVING.VOIDED, true)
                .where(ARCHIVING.CONVERSATION_ID.eq(conversation))
                .execute();
    }
}
