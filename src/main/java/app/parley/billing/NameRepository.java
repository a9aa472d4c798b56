package app.parley.billing;

import static app.parley.db.Tables.AGENT;
import static app.parley.db.Tables.NUMBER;

import app.parley.numbers.NumberId;
import app.parley.team.AgentId;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What those whom a report names are called. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class NameRepository {

    private final DSLContext db;

    NameRepository(DSLContext db) {
        this.db = db;
    }

    Map<NumberId, String> numbers() {
        return db.select(NUMBER.ID, NUMBER.NAME).from(NUMBER).fetchMap(NUMBER.ID, NUMBER.NAME);
    }

    Map<AgentId, String> agents() {
        return db.select(AGENT.ID, AGENT.NAME).from(AGENT).fetchMap(AGENT.ID, AGENT.NAME);
    }
}
