package app.parley.audit;

import static app.parley.db.Tables.AUDIT_ENTRY;

import java.time.Instant;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
@Transactional(propagation = Propagation.MANDATORY)
class AuditRepository {

    private final DSLContext db;

    AuditRepository(DSLContext db) {
        this.db = db;
    }

    void insert(
            Instant at,
            @Nullable Long actor,
            @Nullable String address,
            AuditAction action,
            @Nullable String subject,
            @Nullable String detail) {
        db.insertInto(AUDIT_ENTRY)
                .set(AUDIT_ENTRY.AT, at)
                .set(AUDIT_ENTRY.ACTOR, actor)
                .set(AUDIT_ENTRY.ADDRESS, address)
                .set(AUDIT_ENTRY.ACTION, action)
                .set(AUDIT_ENTRY.SUBJECT, subject)
                .set(AUDIT_ENTRY.DETAIL, detail)
                .execute();
    }
}
