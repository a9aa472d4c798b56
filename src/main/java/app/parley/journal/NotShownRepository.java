package app.parley.journal;

import static app.parley.db.Tables.TALLY;
import static org.jooq.Records.mapping;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** How often each thing that we keep and do not show has come. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class NotShownRepository {

    private final DSLContext db;

    NotShownRepository(DSLContext db) {
        this.db = db;
    }

    void add(Map<String, Integer> counts, Instant now) {
        counts.forEach((what, count) -> add(what, count, now));
    }

    List<NotShownCount> all(int limit) {
        return db.select(TALLY.WHAT, TALLY.COUNT, TALLY.LAST_AT)
                .from(TALLY)
                .orderBy(TALLY.COUNT.desc(), TALLY.WHAT)
                .limit(limit)
                .fetch(mapping(NotShownCount::new));
    }

    private void add(String what, int count, Instant now) {
        int known = db.update(TALLY)
                .set(TALLY.COUNT, TALLY.COUNT.plus(count))
                .set(TALLY.LAST_AT, now)
                .where(TALLY.WHAT.eq(what))
                .execute();
        if (known == 0) {
            db.insertInto(TALLY)
                    .set(TALLY.WHAT, what)
                    .set(TALLY.COUNT, (long) count)
                    .set(TALLY.LAST_AT, now)
                    .execute();
        }
    }
}
