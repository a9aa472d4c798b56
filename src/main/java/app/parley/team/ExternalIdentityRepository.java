package app.parley.team;

import static app.parley.db.Tables.EXTERNAL_IDENTITY;

import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
@Transactional(propagation = Propagation.MANDATORY)
class ExternalIdentityRepository {

    private final DSLContext db;

    ExternalIdentityRepository(DSLContext db) {
        this.db = db;
    }

    Optional<AgentId> find(String issuer, String subject) {
        return db.select(EXTERNAL_IDENTITY.AGENT_ID)
                .from(EXTERNAL_IDENTITY)
                .where(EXTERNAL_IDENTITY.ISSUER.eq(issuer))
                .and(EXTERNAL_IDENTITY.SUBJECT.eq(subject))
                .fetchOptional(EXTERNAL_IDENTITY.AGENT_ID);
    }

    /** By any provider. */
    boolean isKnown(AgentId agent) {
        return db.fetchExists(db.selectOne().from(EXTERNAL_IDENTITY).where(EXTERNAL_IDENTITY.AGENT_ID.eq(agent)));
    }

    /** By any subject. */
    boolean isKnown(AgentId agent, String issuer) {
        return db.fetchExists(db.selectOne()
                .from(EXTERNAL_IDENTITY)
                .where(EXTERNAL_IDENTITY.AGENT_ID.eq(agent))
                .and(EXTERNAL_IDENTITY.ISSUER.eq(issuer)));
    }

    void link(String issuer, String subject, AgentId agent, Instant now) {
        db.insertInto(EXTERNAL_IDENTITY)
                .set(EXTERNAL_IDENTITY.ISSUER, issuer)
                .set(EXTERNAL_IDENTITY.SUBJECT, subject)
                .set(EXTERNAL_IDENTITY.AGENT_ID, agent)
                .set(EXTERNAL_IDENTITY.LINKED_AT, now)
                .execute();
    }

    /** @return how many there were */
    int forget(AgentId agent) {
        return db.deleteFrom(EXTERNAL_IDENTITY)
                .where(EXTERNAL_IDENTITY.AGENT_ID.eq(agent))
                .execute();
    }
}
