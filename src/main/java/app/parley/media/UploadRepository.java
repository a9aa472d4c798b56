package app.parley.media;

import static app.parley.db.Tables.ATTACHMENT;
import static app.parley.db.Tables.CONVERSATION;
import static app.parley.db.Tables.CUSTOMER;
import static app.parley.db.Tables.UPLOAD;
import static org.jooq.impl.DSL.selectOne;

import app.parley.conversations.ConversationId;
import app.parley.conversations.OwnFile;
import app.parley.team.AgentId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What waits in reply boxes. */
@Repository
@Transactional
class UploadRepository {

    private final DSLContext db;

    UploadRepository(DSLContext db) {
        this.db = db;
    }

    /** @return false when the customer was erased while the bytes came */
    boolean insert(AgentId agent, ConversationId conversation, Upload upload, Instant now) {
        if (!db.fetchExists(selectOne()
                .from(CONVERSATION)
                .join(CUSTOMER)
                .on(CUSTOMER.ID.eq(CONVERSATION.CUSTOMER_ID))
                .where(CONVERSATION.ID.eq(conversation))
                .and(CUSTOMER.ERASED_AT.isNull()))) {
            return false;
        }
        OwnFile file = upload.file();
        db.insertInto(UPLOAD)
                .set(UPLOAD.ID, upload.id())
                .set(UPLOAD.AGENT_ID, agent)
                .set(UPLOAD.CONVERSATION_ID, conversation)
                .set(UPLOAD.KIND, upload.kind())
                .set(UPLOAD.DIGEST, file.digest())
                .set(UPLOAD.CONTENT_TYPE, file.contentType())
                .set(UPLOAD.FILE_NAME, file.fileName())
                .set(UPLOAD.SIZE, file.size())
                .set(UPLOAD.WIDTH, file.width())
                .set(UPLOAD.HEIGHT, file.height())
                .set(UPLOAD.THUMBNAIL, file.thumbnail())
                .set(UPLOAD.AT, now)
                .execute();
        return true;
    }

    Optional<Upload> find(AgentId agent, ConversationId conversation, String id) {
        return db.selectFrom(UPLOAD)
                .where(UPLOAD.ID.eq(id))
                .and(UPLOAD.AGENT_ID.eq(agent))
                .and(UPLOAD.CONVERSATION_ID.eq(conversation))
                .fetchOptional(UploadRepository::upload);
    }

    private static Upload upload(Record row) {
        return new Upload(
                row.get(UPLOAD.ID),
                row.get(UPLOAD.KIND),
                new OwnFile(
                        row.get(UPLOAD.DIGEST),
                        row.get(UPLOAD.CONTENT_TYPE),
                        row.get(UPLOAD.FILE_NAME),
                        row.get(UPLOAD.SIZE),
                        row.get(UPLOAD.WIDTH),
                        row.get(UPLOAD.HEIGHT),
                        row.get(UPLOAD.THUMBNAIL)));
    }

    int count(AgentId agent) {
        return db.fetchCount(selectOne().from(UPLOAD).where(UPLOAD.AGENT_ID.eq(agent)));
    }

    void move(ConversationId gone, ConversationId into) {
        db.update(UPLOAD)
                .set(UPLOAD.CONVERSATION_ID, into)
                .where(UPLOAD.CONVERSATION_ID.eq(gone))
                .execute();
    }

    /** The oldest, as far as they were picked before this moment. */
    List<Old> pickedBefore(Instant moment, int limit) {
        return db.select(UPLOAD.ID, UPLOAD.DIGEST)
                .from(UPLOAD)
                .where(UPLOAD.AT.lt(moment))
                .orderBy(UPLOAD.AT)
                .limit(limit)
                .fetch(row -> new Old(row.value1(), row.value2()));
    }

    record Old(String id, String digest) {}

    void delete(String id) {
        db.deleteFrom(UPLOAD).where(UPLOAD.ID.eq(id)).execute();
    }

    /** Whether anything but this upload refers to the file. */
    boolean isWanted(String digest, String besides) {
        return db.fetchExists(selectOne().from(ATTACHMENT).where(ATTACHMENT.DIGEST.eq(digest)))
                || db.fetchExists(
                        selectOne().from(UPLOAD).where(UPLOAD.DIGEST.eq(digest)).and(UPLOAD.ID.ne(besides)));
    }
}
