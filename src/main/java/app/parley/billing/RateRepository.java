package app.parley.billing;

import static app.parley.db.Tables.RATE;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.selectOne;

import app.parley.conversations.Direction;
import app.parley.numbers.NumberId;
import app.parley.team.AgentId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
@Transactional(propagation = Propagation.MANDATORY)
class RateRepository {

    private final DSLContext db;

    RateRepository(DSLContext db) {
        this.db = db;
    }

    RateTable table() {
        return new RateTable(all());
    }

    /** The oldest start first. */
    List<Rate> all() {
        return db.select(
                        RATE.ID,
                        RATE.NUMBER_ID,
                        RATE.DIRECTION,
                        RATE.AMOUNT,
                        RATE.STARTS_AT,
                        RATE.AGENT_ID,
                        RATE.ADDED_AT)
                .from(RATE)
                .orderBy(RATE.STARTS_AT, RATE.ID)
                .fetch(mapping(Rate::new));
    }

    boolean exists(@Nullable NumberId number, @Nullable Direction direction, Instant startsAt) {
        return db.fetchExists(selectOne()
                .from(RATE)
                .where(RATE.NUMBER_ID.isNotDistinctFrom(number))
                .and(RATE.DIRECTION.isNotDistinctFrom(direction))
                .and(RATE.STARTS_AT.eq(startsAt)));
    }

    Rate insert(
            @Nullable NumberId number,
            @Nullable Direction direction,
            BigDecimal amount,
            Instant startsAt,
            AgentId agent,
            Instant now) {
        long id = Objects.requireNonNull(db.insertInto(RATE)
                .set(RATE.NUMBER_ID, number)
                .set(RATE.DIRECTION, direction)
                .set(RATE.AMOUNT, amount)
                .set(RATE.STARTS_AT, startsAt)
                .set(RATE.AGENT_ID, agent)
                .set(RATE.ADDED_AT, now)
                .returning(RATE.ID)
                .fetchSingle(RATE.ID));
        return new Rate(id, number, direction, amount, startsAt, agent, now);
    }
}
