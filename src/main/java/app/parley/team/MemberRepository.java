package app.parley.team;

import static app.parley.db.Tables.AGENT;
import static app.parley.db.Tables.EXTERNAL_IDENTITY;
import static app.parley.db.Tables.SECOND_FACTOR;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.selectOne;

import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
@Transactional(propagation = Propagation.MANDATORY)
class MemberRepository {

    private final DSLContext db;

    MemberRepository(DSLContext db) {
        this.db = db;
    }

    /** By name; those who are disabled last. */
    List<Member> all() {
        Field<Boolean> secondFactor = field(exists(selectOne()
                .from(SECOND_FACTOR)
                .where(SECOND_FACTOR.AGENT_ID.eq(AGENT.ID))
                .and(SECOND_FACTOR.SINCE.isNotNull())));
        Field<Boolean> outside =
                field(exists(selectOne().from(EXTERNAL_IDENTITY).where(EXTERNAL_IDENTITY.AGENT_ID.eq(AGENT.ID))));
        return db.select(
                        AGENT.ID,
                        AGENT.NAME,
                        AGENT.EMAIL,
                        AGENT.ROLE,
                        AGENT.DISABLED,
                        AGENT.JOINED,
                        AGENT.SEES_BILLING,
                        secondFactor,
                        outside)
                .from(AGENT)
                .orderBy(AGENT.DISABLED, AGENT.NAME, AGENT.ID)
                .fetch(mapping((id, name, email, role, disabled, joined, billing, twoFactor, linked) ->
                        new Member(id, name, email, Role.valueOf(role), disabled, joined, billing, twoFactor, linked)));
    }

    /**
     * Locks somebody together with those who can run the house, always in the same order: two who disable each other must
     * not both succeed, nor wait for each other.
     *
     * @return those who can run the house
     */
    List<AgentId> lockWithAdmins(AgentId agent) {
        Condition runsTheHouse =
                AGENT.ROLE.eq(Role.ADMIN.name()).and(AGENT.DISABLED.isFalse()).and(AGENT.JOINED.isTrue());
        db.select(AGENT.ID)
                .from(AGENT)
                .where(runsTheHouse.or(AGENT.ID.eq(agent)))
                .orderBy(AGENT.ID)
                .forUpdate()
                .fetch(AGENT.ID);
        return db.select(AGENT.ID).from(AGENT).where(runsTheHouse).fetch(AGENT.ID);
    }

    void change(AgentId agent, Profile wanted) {
        db.update(AGENT)
                .set(AGENT.NAME, wanted.name())
                .set(AGENT.ROLE, wanted.role().name())
                .set(AGENT.SEES_BILLING, wanted.seesBilling())
                .where(AGENT.ID.eq(agent))
                .execute();
    }

    /** No browser of theirs stays logged in by what it keeps. */
    void forgetBrowsers(AgentId agent) {
        db.update(AGENT)
                .set(AGENT.REMEMBER_STAMP, AGENT.REMEMBER_STAMP.plus(1))
                .where(AGENT.ID.eq(agent))
                .execute();
    }

    void enable(AgentId agent) {
        db.update(AGENT).set(AGENT.DISABLED, false).where(AGENT.ID.eq(agent)).execute();
    }

    void invited(AgentId agent) {
        db.update(AGENT).set(AGENT.JOINED, false).where(AGENT.ID.eq(agent)).execute();
    }

    /** Without a password of their own, perhaps. */
    void cameIn(AgentId agent) {
        db.update(AGENT).set(AGENT.JOINED, true).where(AGENT.ID.eq(agent)).execute();
    }

    void joined(AgentId agent, String passwordHash) {
        db.update(AGENT)
                .set(AGENT.PASSWORD_HASH, passwordHash)
                .set(AGENT.JOINED, true)
                .where(AGENT.ID.eq(agent))
                .execute();
    }
}
