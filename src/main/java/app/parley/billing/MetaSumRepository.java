package app.parley.billing;

import static app.parley.db.Tables.META_DAY;

import app.parley.conversations.ConversationId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The counts of what WhatsApp charges. Each row once in a transaction and in one order. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class MetaSumRepository {

    private final DSLContext db;
    private final BatchUpsert sums;
    private final BatchUpsert agents;
    private final BatchUpsert days;

    MetaSumRepository(DSLContext db, JdbcOperations jdbc) {
        this.db = db;
        this.sums = new BatchUpsert(jdbc, """
                update meta_quarter set messages = messages + ?, confirmed = confirmed + ?
                where quarter = ? and number_id = ? and country = ? and category = ? and type = ?
                """, """
                insert into meta_quarter (quarter, number_id, country, category, type, messages, confirmed)
                values (?, ?, ?, ?, ?, 0, 0) on conflict do nothing
                """);
        this.agents = new BatchUpsert(jdbc, """
                update meta_agent_day set messages = messages + ?
                where utc_day = ? and number_id = ? and agent_id = ? and country = ? and category = ? and type = ?
                """, """
                insert into meta_agent_day (utc_day, number_id, agent_id, country, category, type, messages)
                values (?, ?, ?, ?, ?, ?, 0) on conflict do nothing
                """);
        this.days = new BatchUpsert(jdbc, """
                update meta_day set messages = messages + ?
                where conversation_id = ? and utc_day = ? and country = ? and category = ? and type = ?
                """, """
                insert into meta_day (conversation_id, utc_day, country, category, type, messages)
                values (?, ?, ?, ?, ?, 0) on conflict do nothing
                """);
    }

    void add(MetaCountChanges turn) {
        sums.add(turn.sums());
        agents.add(turn.agents());
        days.add(turn.days());
    }

    /** What was counted in one conversation belongs to another from now on. */
    void join(ConversationId gone, ConversationId into) {
        Map<MetaDayKey, Long> counts = new TreeMap<>();
        db.selectFrom(META_DAY)
                .where(META_DAY.CONVERSATION_ID.eq(gone))
                .forEach(row -> counts.put(
                        new MetaDayKey(
                                into.value(),
                                row.get(META_DAY.UTC_DAY),
                                new MetaKind(
                                        row.get(META_DAY.COUNTRY), row.get(META_DAY.CATEGORY), row.get(META_DAY.TYPE))),
                        row.get(META_DAY.MESSAGES)));
        if (!counts.isEmpty()) {
            days.add(counts.entrySet().stream()
                    .map(count -> new BatchUpsert.Row(
                            List.of(count.getValue()), count.getKey().columns()))
                    .toList());
            db.deleteFrom(META_DAY).where(META_DAY.CONVERSATION_ID.eq(gone)).execute();
        }
    }
}
