package app.parley.billing;

import static app.parley.db.Tables.LEDGER_DAY;
import static org.jooq.Records.mapping;

import app.parley.conversations.ConversationId;
import app.parley.conversations.Direction;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The ledger's sums. Each row once in a transaction and in one order, so that nobody waits for each other. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class SumRepository {

    private final DSLContext db;
    private final BatchUpsert quarters;
    private final BatchUpsert agents;
    private final BatchUpsert days;

    SumRepository(DSLContext db, JdbcOperations jdbc) {
        this.db = db;
        this.quarters = new BatchUpsert(jdbc, """
                update ledger_quarter set messages = messages + ?, amount = amount + ?
                where quarter = ? and number_id = ? and direction = ?
                """, """
                insert into ledger_quarter (quarter, number_id, direction, messages, amount)
                values (?, ?, ?, 0, 0) on conflict do nothing
                """);
        this.agents = new BatchUpsert(jdbc, """
                update ledger_agent_day set messages = messages + ?, amount = amount + ?
                where utc_day = ? and number_id = ? and agent_id = ?
                """, """
                insert into ledger_agent_day (utc_day, number_id, agent_id, messages, amount)
                values (?, ?, ?, 0, 0) on conflict do nothing
                """);
        this.days = new BatchUpsert(jdbc, """
                update ledger_day set inbound = inbound + ?, inbound_amount = inbound_amount + ?,
                    outbound = outbound + ?, outbound_amount = outbound_amount + ?
                where utc_day = ? and conversation_id = ?
                """, """
                insert into ledger_day (utc_day, conversation_id, inbound, inbound_amount, outbound, outbound_amount)
                values (?, ?, 0, 0, 0, 0) on conflict do nothing
                """);
    }

    void add(List<Entry> entries) {
        quarters.add(entries.stream()
                .map(QuarterSum::of)
                .collect(Collectors.toMap(QuarterSum::key, sum -> sum, QuarterSum::plus, TreeMap::new))
                .values()
                .stream()
                .map(QuarterSum::row)
                .toList());
        agents.add(entries.stream()
                .filter(entry -> entry.direction() == Direction.OUTBOUND)
                .map(AgentSum::of)
                .collect(Collectors.toMap(AgentSum::key, sum -> sum, AgentSum::plus, TreeMap::new))
                .values()
                .stream()
                .map(AgentSum::row)
                .toList());
        addDays(entries.stream().map(DaySum::of));
    }

    private void addDays(Stream<DaySum> sums) {
        days.add(sums.collect(Collectors.toMap(DaySum::key, sum -> sum, DaySum::plus, TreeMap::new)).values().stream()
                .map(DaySum::row)
                .toList());
    }

    /** What was charged in one conversation belongs to another from now on. */
    void join(ConversationId gone, ConversationId into) {
        Collection<DaySum> sums = db.select(
                        LEDGER_DAY.UTC_DAY,
                        LEDGER_DAY.CONVERSATION_ID,
                        LEDGER_DAY.INBOUND,
                        LEDGER_DAY.INBOUND_AMOUNT,
                        LEDGER_DAY.OUTBOUND,
                        LEDGER_DAY.OUTBOUND_AMOUNT)
                .from(LEDGER_DAY)
                .where(LEDGER_DAY.CONVERSATION_ID.eq(gone))
                .fetch(mapping(DaySum::new));
        addDays(sums.stream().map(sum -> sum.in(into)));
        db.deleteFrom(LEDGER_DAY).where(LEDGER_DAY.CONVERSATION_ID.eq(gone)).execute();
    }
}
