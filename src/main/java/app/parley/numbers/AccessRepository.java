package app.parley.numbers;

import static app.parley.db.Tables.AGENT;
import static app.parley.db.Tables.AGENT_NUMBER;

import app.parley.team.AgentId;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
@Transactional(propagation = Propagation.MANDATORY)
class AccessRepository {

    private final DSLContext db;

    AccessRepository(DSLContext db) {
        this.db = db;
    }

    boolean hasAll(AgentId agent) {
        return db.fetchExists(AGENT, AGENT.ID.eq(agent).and(AGENT.ALL_NUMBERS.isTrue()));
    }

    Set<NumberId> numbers(AgentId agent) {
        return db.select(AGENT_NUMBER.NUMBER_ID)
                .from(AGENT_NUMBER)
                .where(AGENT_NUMBER.AGENT_ID.eq(agent))
                .fetchSet(AGENT_NUMBER.NUMBER_ID);
    }

    void set(AgentId agent, boolean all, Set<NumberId> numbers) {
        db.update(AGENT).set(AGENT.ALL_NUMBERS, all).where(AGENT.ID.eq(agent)).execute();
        db.deleteFrom(AGENT_NUMBER).where(AGENT_NUMBER.AGENT_ID.eq(agent)).execute();
        numbers.forEach(number -> db.insertInto(AGENT_NUMBER)
                .set(AGENT_NUMBER.AGENT_ID, agent)
                .set(AGENT_NUMBER.NUMBER_ID, number)
                .execute());
    }
}
