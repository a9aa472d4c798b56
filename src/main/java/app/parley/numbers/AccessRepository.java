package app.parley.numbers;

import static app.parley.db.Tables.AGENT;
import static app.parley.db.Tables.AGENT_NUMBER;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import app.parley.numbers.NumberAccess.Access;
import app.parley.team.AgentId;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Record2;
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

    Map<AgentId, Access> all() {
        Map<AgentId, Set<NumberId>> numbers = db.select(AGENT_NUMBER.AGENT_ID, AGENT_NUMBER.NUMBER_ID)
                .from(AGENT_NUMBER)
                .collect(groupingBy(Record2::value1, mapping(Record2::value2, toSet())));
        return db.select(AGENT.ID, AGENT.ALL_NUMBERS).from(AGENT).stream()
                .collect(toMap(
                        Record2::value1,
                        row -> new Access(row.value2(), numbers.getOrDefault(row.value1(), Set.of()))));
    }

    /** Nothing of somebody who does not work here. */
    Access of(AgentId agent) {
        return all().getOrDefault(agent, new Access(false, Set.of()));
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
