package app.parley.conversations;

import static app.parley.db.Tables.AGENT;
import static app.parley.db.Tables.ATTACHMENT;
import static app.parley.db.Tables.CUSTOMER;
import static app.parley.db.Tables.CUSTOMER_CONFLICT;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import app.parley.team.AgentId;
import app.parley.team.Role;
import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
@Transactional(propagation = Propagation.MANDATORY)
class MaintenanceRepository {

    private final DSLContext db;

    MaintenanceRepository(DSLContext db) {
        this.db = db;
    }

    int files(AttachmentState state, int most) {
        return db.fetchCount(select(ATTACHMENT.MESSAGE_ID)
                .from(ATTACHMENT)
                .where(ATTACHMENT.STATE.eq(state))
                .limit(most));
    }

    List<CustomerConflict> conflicts(int limit) {
        var other = CUSTOMER.as("other");
        return db.select(
                        CUSTOMER_CONFLICT.ID,
                        CUSTOMER_CONFLICT.FOUND_AT,
                        CUSTOMER.NAME,
                        CUSTOMER.PHONE,
                        other.NAME,
                        other.PHONE)
                .from(CUSTOMER_CONFLICT)
                .join(CUSTOMER)
                .on(CUSTOMER.ID.eq(CUSTOMER_CONFLICT.CUSTOMER_ID))
                .join(other)
                .on(other.ID.eq(CUSTOMER_CONFLICT.OTHER_CUSTOMER_ID))
                .where(CUSTOMER_CONFLICT.SETTLED_AT.isNull())
                .orderBy(CUSTOMER_CONFLICT.ID)
                .limit(limit)
                .fetch(mapping(CustomerConflict::new));
    }

    void settle(long conflict, AgentId admin, Instant now) {
        db.update(CUSTOMER_CONFLICT)
                .set(CUSTOMER_CONFLICT.SETTLED_AT, now)
                .set(CUSTOMER_CONFLICT.AGENT_ID, admin)
                .where(CUSTOMER_CONFLICT.ID.eq(conflict))
                .and(CUSTOMER_CONFLICT.SETTLED_AT.isNull())
                .execute();
    }

    boolean isAdmin(AgentId agent) {
        return db.fetchExists(selectOne()
                .from(AGENT)
                .where(AGENT.ID.eq(agent))
                .and(AGENT.ROLE.eq(Role.ADMIN.name()))
                .and(AGENT.DISABLED.isFalse()));
    }
}
