package app.parley.team;

import static app.parley.db.Tables.AGENT;
import static app.parley.db.Tables.AUDIT_ENTRY;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;

import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
@Transactional(propagation = Propagation.MANDATORY)
class AuditTrailRepository {

    private final DSLContext db;

    AuditTrailRepository(DSLContext db) {
        this.db = db;
    }

    List<AuditLine> page(AuditFilter filter, @Nullable AuditLine before, int limit) {
        return db.select(
                        AUDIT_ENTRY.ID,
                        AUDIT_ENTRY.AT,
                        AGENT.NAME,
                        AUDIT_ENTRY.ADDRESS,
                        AUDIT_ENTRY.ACTION,
                        AUDIT_ENTRY.SUBJECT,
                        AUDIT_ENTRY.DETAIL)
                .from(AUDIT_ENTRY)
                .leftJoin(AGENT)
                .on(AGENT.ID.coerce(SQLDataType.BIGINT).eq(AUDIT_ENTRY.ACTOR))
                .where(matches(filter))
                .and(
                        before == null
                                ? noCondition()
                                : row(AUDIT_ENTRY.AT, AUDIT_ENTRY.ID).lt(before.at(), before.id()))
                .orderBy(AUDIT_ENTRY.AT.desc(), AUDIT_ENTRY.ID.desc())
                .limit(limit)
                .fetch(mapping(AuditLine::new));
    }

    private static Condition matches(AuditFilter filter) {
        Condition condition = noCondition();
        if (filter.actor() != null) {
            condition = condition.and(AUDIT_ENTRY.ACTOR.eq(filter.actor().value()));
        }
        if (filter.action() != null) {
            condition = condition.and(AUDIT_ENTRY.ACTION.eq(filter.action()));
        }
        if (filter.from() != null) {
            condition = condition.and(AUDIT_ENTRY.AT.ge(filter.from()));
        }
        if (filter.to() != null) {
            condition = condition.and(AUDIT_ENTRY.AT.lt(filter.to()));
        }
        return condition;
    }
}
