package app.parley.privacy;

import static app.parley.db.Tables.AGENT;
import static app.parley.db.Tables.ATTACHMENT;
import static app.parley.db.Tables.CONVERSATION;
import static app.parley.db.Tables.MESSAGE;
import static app.parley.db.Tables.NUMBER;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;

import app.parley.conversations.ConversationId;
import app.parley.media.MediaFiles;
import java.util.Collection;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Everything said between a customer and us. */
@Repository
@Transactional(readOnly = true)
class ExportRepository {

    private final DSLContext db;
    private final MediaFiles mediaFiles;

    ExportRepository(DSLContext db, MediaFiles mediaFiles) {
        this.db = db;
        this.mediaFiles = mediaFiles;
    }

    /** Conversation by conversation, the oldest first, from after that message. */
    List<ExportedMessage> messages(
            Collection<ConversationId> conversations, @Nullable ExportedMessage after, int limit) {
        return db.select(
                        CONVERSATION.ID,
                        MESSAGE.ID,
                        NUMBER.NAME,
                        NUMBER.DISPLAY_PHONE,
                        MESSAGE.DIRECTION,
                        MESSAGE.KIND,
                        MESSAGE.AT,
                        MESSAGE.TEXT,
                        MESSAGE.STATE,
                        AGENT.NAME,
                        MESSAGE.EDITED_AT,
                        MESSAGE.REVOKED_AT,
                        MESSAGE.PAYLOAD,
                        ATTACHMENT.DIGEST,
                        ATTACHMENT.FILE_NAME,
                        ATTACHMENT.CONTENT_TYPE.convertFrom(mediaFiles::endingOf))
                .from(CONVERSATION)
                .join(MESSAGE)
                .on(MESSAGE.CONVERSATION_ID.eq(CONVERSATION.ID))
                .join(NUMBER)
                .on(NUMBER.ID.eq(CONVERSATION.NUMBER_ID))
                .leftJoin(AGENT)
                .on(AGENT.ID.eq(MESSAGE.AGENT_ID))
                .leftJoin(ATTACHMENT)
                .on(ATTACHMENT.MESSAGE_ID.eq(MESSAGE.ID))
                .where(CONVERSATION.ID.in(conversations))
                .and(
                        after == null
                                ? noCondition()
                                : row(CONVERSATION.ID, MESSAGE.AT, MESSAGE.ID)
                                        .gt(after.conversation(), after.at(), after.id()))
                .orderBy(CONVERSATION.ID, MESSAGE.AT, MESSAGE.ID)
                .limit(limit)
                .fetch(mapping(ExportedMessage::new));
    }
}
