package app.parley.team;

import static app.parley.db.Tables.OUTSIDE_IDENTITY;

import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
@Transactional(propagation = Propagation.MANDATORY)
class OutsideIdentityRepository {

    private final DSLContext db;

    OutsideIdentityRepository(DSLContext db) {
        this.db = db;
    }

    Optional<AgentId> find(String issuer, String subject) {
        return db.select(OUTSIDE_IDENTITY.AGENT_ID)
                .from(OUTSIDE_IDENTITY)
                .where(OUTSIDE_IDENTITY.ISSUER.eq(issuer))
                .and(OUTSIDE_IDENTITY.SUBJECT.eq(subject))
                .fetchOptional(OUTSIDE_IDENTITY.AGENT_ID);
    }

    /** By any subject. */
    boolean isKnown(AgentId agent, String issuer) {
        return db.fetchExists(db.selectOne()
                .from(OUTSIDE_IDENTITY)
                .where(OUTSIDE_IDENTITY.AGENT_ID.eq(agent))
                .and(OUTSIDE_IDENTITY.ISSUER.eq(issuer)));
    }

    void link(String issuer, String subject, AgentId agent, Instant now) {
        db.insertInto(OUTSIDE_IDENTITY)
                .set(OUTSIDE_IDENTITY.ISSUER, issuer)
                .set(OUTSIDE_IDENTITY.SUBJECT, subject)
                .set(OUTSIDE_IDENTITY.AGENT_ID, agent)
                .set(OUTSIDE_IDENTITY.LINKED_AT, now)
                .execute();
    }

    /** @return how many there were */
    int forget(AgentId agent) {
        return db.deleteFrom(OUTSIDE_IDENTITY)
                .where(OUTSIDE_IDENTITY.AGENT_ID.eq(agent))
                .execute();
    }
}
