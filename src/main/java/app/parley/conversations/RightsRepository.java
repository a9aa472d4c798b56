package app.parley.conversations;

import static app.parley.db.Tables.AGENT;
import static app.parley.db.Tables.AGENT_NUMBER;
import static app.parley.db.Tables.NUMBER;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import app.parley.numbers.NumberId;
import app.parley.team.AgentId;
import org.jooq.Condition;
import org.jooq.Field;

/** The right to a number as part of the query itself: what an agent may not use does not exist for them. */
final class RightsRepository {

    private RightsRepository() {}

    static Condition mayUse(Field<NumberId> number, AgentId agent) {
        return number.in(
                select(NUMBER.ID).from(NUMBER).where(NUMBER.ENABLED.isTrue()).and(granted(agent)));
    }

    /** Be the number enabled or not. */
    static Condition isGranted(Field<NumberId> number, AgentId agent) {
        return number.in(select(NUMBER.ID).from(NUMBER).where(granted(agent)));
    }

    private static Condition granted(AgentId agent) {
        return exists(selectOne()
                .from(AGENT)
                .where(AGENT.ID.eq(agent))
                .and(AGENT.DISABLED.isFalse())
                .and(AGENT.ALL_NUMBERS
                        .isTrue()
                        .or(exists(selectOne()
                                .from(AGENT_NUMBER)
                                .where(AGENT_NUMBER.AGENT_ID.eq(agent))
                                .and(AGENT_NUMBER.NUMBER_ID.eq(NUMBER.ID))))));
    }
}
