package app.parley.conversations;

import static app.parley.db.Tables.ATTACHMENT;
import static app.parley.db.Tables.MESSAGE;
import static org.jooq.Records.mapping;

import app.parley.team.AgentId;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The files of messages, for those who may see them; what the customer deleted is nobody's. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class FileRepository {

    private final DSLContext db;

    FileRepository(DSLContext db) {
        this.db = db;
    }

    Optional<KeptFile> kept(AgentId agent, MessageId message) {
        return db.select(
                        ATTACHMENT.DIGEST,
                        ATTACHMENT.SIZE,
                        ATTACHMENT.CONTENT_TYPE,
                        ATTACHMENT.FILE_NAME,
                        ATTACHMENT.THUMBNAIL)
                .from(ATTACHMENT)
                .join(MESSAGE)
                .on(MESSAGE.ID.eq(ATTACHMENT.MESSAGE_ID))
                .where(ATTACHMENT.MESSAGE_ID.eq(message))
                .and(ATTACHMENT.STATE.eq(AttachmentState.KEPT))
                .and(shown(agent))
                .fetchOptional(mapping(KeptFile::new));
    }

    boolean isShown(AgentId agent, MessageId message) {
        return db.fetchExists(MESSAGE, MESSAGE.ID.eq(message).and(shown(agent)));
    }

    private static Condition shown(AgentId agent) {
        return MESSAGE.REVOKED_AT.isNull().and(RightsRepository.mayUse(MESSAGE.NUMBER_ID, agent));
    }
}
