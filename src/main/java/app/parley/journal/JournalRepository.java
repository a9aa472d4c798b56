package app.parley.journal;

import static app.parley.db.Tables.JOURNAL;
import static org.jooq.Records.mapping;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
@Transactional(propagation = Propagation.MANDATORY)
class JournalRepository {

    private final DSLContext db;

    JournalRepository(DSLContext db) {
        this.db = db;
    }

    /** One batch: what arrived together is kept together. */
    void insert(List<JournalWriter.Arrival> arrivals) {
        db.batch(arrivals.stream()
                        .map(arrival -> db.insertInto(JOURNAL)
                                .set(JOURNAL.RECEIVED_AT, arrival.receivedAt())
                                .set(JOURNAL.STATE, JournalState.RECEIVED.name())
                                .set(JOURNAL.SIGNED_BY, String.join(",", arrival.signedBy()))
                                .set(JOURNAL.BODY, arrival.body()))
                        .toList())
                .execute();
    }

    List<JournalEntry> waiting(int limit) {
        return db.select(JOURNAL.ID, JOURNAL.RECEIVED_AT, JOURNAL.SIGNED_BY, JOURNAL.BODY)
                .from(JOURNAL)
                .where(JOURNAL.STATE.eq(JournalState.RECEIVED.name()))
                .orderBy(JOURNAL.ID)
                .limit(limit)
                .fetch(mapping((id, at, signedBy, body) ->
                        new JournalEntry(id, at, Set.of(signedBy.split(",", -1)), new KeptBody(body))));
    }

    void finish(long id, JournalState state, @Nullable String reason, Instant now) {
        db.update(JOURNAL)
                .set(JOURNAL.STATE, state.name())
                .set(JOURNAL.REASON, reason)
                .set(JOURNAL.PROCESSED_AT, now)
                .set(JOURNAL.ATTEMPTS, JOURNAL.ATTEMPTS.plus(1))
                .where(JOURNAL.ID.eq(id))
                .execute();
    }

    List<JournalRow> inStates(Collection<JournalState> states, int limit) {
        return db.select(
                        JOURNAL.ID,
                        JOURNAL.RECEIVED_AT,
                        JOURNAL.STATE.convertFrom(JournalState::valueOf),
                        JOURNAL.REASON)
                .from(JOURNAL)
                .where(JOURNAL.STATE.in(states.stream().map(Enum::name).toList()))
                .orderBy(JOURNAL.ID.desc())
                .limit(limit)
                .fetch(mapping(JournalRow::new));
    }

    int replay(Collection<JournalState> states) {
        return db.update(JOURNAL)
                .set(JOURNAL.STATE, JournalState.RECEIVED.name())
                .setNull(JOURNAL.REASON)
                .where(JOURNAL.STATE.in(states.stream().map(Enum::name).toList()))
                .execute();
    }

    void replay(long id) {
        db.update(JOURNAL)
                .set(JOURNAL.STATE, JournalState.RECEIVED.name())
                .setNull(JOURNAL.REASON)
                .where(JOURNAL.ID.eq(id))
                .and(JOURNAL.STATE.ne(JournalState.PROCESSED.name()))
                .execute();
    }
}
