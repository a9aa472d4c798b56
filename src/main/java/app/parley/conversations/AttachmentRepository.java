package app.parley.conversations;

import static app.parley.db.Tables.ATTACHMENT;

import java.util.List;
import org.jooq.BatchBindStep;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The files that messages announce. What becomes of them is the media package's. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class AttachmentRepository {

    private final DSLContext db;

    AttachmentRepository(DSLContext db) {
        this.db = db;
    }

    void insert(List<NewAttachment> files) {
        BatchBindStep batch = db.batch(db.insertInto(
                        ATTACHMENT,
                        ATTACHMENT.MESSAGE_ID,
                        ATTACHMENT.MEDIA_REF,
                        ATTACHMENT.MIME_TYPE,
                        ATTACHMENT.SHA256,
                        ATTACHMENT.FILE_NAME,
                        ATTACHMENT.ANIMATED,
                        ATTACHMENT.STATE,
                        ATTACHMENT.REASON,
                        ATTACHMENT.DUE_AT)
                .values((app.parley.conversations.MessageId) null, null, null, null, null, null, null, null, null));
        for (NewAttachment file : files) {
            batch = batch.bind(
                    file.message(),
                    file.mediaRef(),
                    file.mimeType(),
                    file.sha256(),
                    file.fileName(),
                    file.animated(),
                    file.state(),
                    file.reason(),
                    file.dueAt());
        }
        batch.execute();
    }

    /** A file of ours, which is kept already. */
    void insert(MessageId message, OwnFile file) {
        db.insertInto(ATTACHMENT)
                .set(ATTACHMENT.MESSAGE_ID, message)
                .set(ATTACHMENT.STATE, AttachmentState.KEPT)
                .set(ATTACHMENT.DIGEST, file.digest())
                .set(ATTACHMENT.SIZE, file.size())
                .set(ATTACHMENT.CONTENT_TYPE, file.contentType())
                .set(ATTACHMENT.FILE_NAME, file.fileName())
                .set(ATTACHMENT.WIDTH, file.width())
                .set(ATTACHMENT.HEIGHT, file.height())
                .set(ATTACHMENT.THUMBNAIL, file.thumbnail())
                .execute();
    }

    @Nullable
    String mediaRef(MessageId message) {
        return db.select(ATTACHMENT.MEDIA_REF)
                .from(ATTACHMENT)
                .where(ATTACHMENT.MESSAGE_ID.eq(message))
                .fetchOne(ATTACHMENT.MEDIA_REF);
    }

    /** An edit brought another file; the old one is no longer the message's. */
    void replace(NewAttachment file) {
        db.deleteFrom(ATTACHMENT)
                .where(ATTACHMENT.MESSAGE_ID.eq(file.message()))
                .execute();
        insert(List.of(file));
    }
}
