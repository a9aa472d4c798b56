package app.parley.media;

import static app.parley.db.Tables.UNWANTED_FILE;
import static app.parley.db.Tables.UPLOAD;

import app.parley.conversations.ConversationId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Files whose message is no more. */
@Repository
@Transactional
class PendingDeletionRepository {

    private final DSLContext db;

    PendingDeletionRepository(DSLContext db) {
        this.db = db;
    }

    void add(Collection<String> digests) {
        for (String digest : Set.copyOf(digests)) {
            db.insertInto(UNWANTED_FILE)
                    .set(UNWANTED_FILE.DIGEST, digest)
                    .onDuplicateKeyIgnore()
                    .execute();
        }
    }

    /** What waits in the reply boxes of these conversations goes. */
    void addUploadsOf(Collection<ConversationId> conversations) {
        Set<String> digests = new HashSet<>(db.select(UPLOAD.DIGEST)
                .from(UPLOAD)
                .where(UPLOAD.CONVERSATION_ID.in(conversations))
                .fetch(UPLOAD.DIGEST));
        db.deleteFrom(UPLOAD).where(UPLOAD.CONVERSATION_ID.in(conversations)).execute();
        add(digests);
    }

    /** The next of them, by their names. */
    @Transactional(readOnly = true)
    List<String> after(String digest, int limit) {
        return db.select(UNWANTED_FILE.DIGEST)
                .from(UNWANTED_FILE)
                .where(UNWANTED_FILE.DIGEST.gt(digest))
                .orderBy(UNWANTED_FILE.DIGEST)
                .limit(limit)
                .fetch(UNWANTED_FILE.DIGEST);
    }

    void done(String digest) {
        db.deleteFrom(UNWANTED_FILE).where(UNWANTED_FILE.DIGEST.eq(digest)).execute();
    }
}
