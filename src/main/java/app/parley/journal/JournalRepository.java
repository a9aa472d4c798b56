package app.parley.journal;

import static app.parley.db.Tables.JOURNAL;
import static app.parley.db.Tables.JOURNAL_UNASSIGNED;
import static app.parley.db.Tables.NUMBER;
import static app.parley.foundation.AnyOf.anyOf;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.binaryOctetLength;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jooq.BatchBindStep;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
@Transactional(propagation = Propagation.MANDATORY)
class JournalRepository {

    // Wherever one state is asked for, it is named in the order too: H2 sorts all its rows, bodies and all, unless the
    // order is that of the index, column by column.

    private static final List<String> NOT_DONE =
            List.of(JournalState.UNASSIGNED.name(), JournalState.QUARANTINED.name(), JournalState.FAILED.name());

    private final DSLContext db;

    JournalRepository(DSLContext db) {
        this.db = db;
    }

    /** One batch: what arrived together is kept together. */
    void insert(List<JournalWriter.Arrival> arrivals) {
        BatchBindStep batch =
                db.batch(db.insertInto(JOURNAL, JOURNAL.RECEIVED_AT, JOURNAL.STATE, JOURNAL.SIGNED_BY, JOURNAL.BODY)
                        .values((Instant) null, null, null, null));
        for (JournalWriter.Arrival arrival : arrivals) {
            batch = batch.bind(
                    arrival.receivedAt(),
                    JournalState.RECEIVED.name(),
                    String.join(",", arrival.signedBy()),
                    arrival.body());
        }
        batch.execute();
    }

    /** The next bodies, in the order they came: one, or as many as are not too many bytes together. */
    List<JournalEntry> waiting(int most, int bytes) {
        List<Long> ids = new ArrayList<>();
        long sum = 0;
        for (var waiting : db.select(JOURNAL.ID, binaryOctetLength(JOURNAL.BODY))
                .from(JOURNAL)
                .where(JOURNAL.STATE.eq(JournalState.RECEIVED.name()))
                .orderBy(JOURNAL.STATE, JOURNAL.ID)
                .limit(most)
                .fetch()) {
            sum += waiting.value2();
            if (sum > bytes && !ids.isEmpty()) {
                break;
            }
            ids.add(waiting.value1());
        }
        return ids.isEmpty() ? List.of() : entries(ids);
    }

    private List<JournalEntry> entries(List<Long> ids) {
        return db.select(JOURNAL.ID, JOURNAL.RECEIVED_AT, JOURNAL.SIGNED_BY, JOURNAL.ATTEMPTS, JOURNAL.BODY)
                .from(JOURNAL)
                .where(anyOf(JOURNAL.ID, ids))
                .orderBy(JOURNAL.ID)
                .fetch(mapping((id, at, signedBy, attempts, body) ->
                        new JournalEntry(id, at, Set.of(signedBy.split(",", -1)), attempts, new KeptBody(body))));
    }

    /** One statement for all of which there is nothing to say. */
    void finish(Map<JournalEntry, Outcome> outcomes, String build, Instant now) {
        Long[] plain = outcomes.entrySet().stream()
                .filter(done -> done.getValue().isPlain() && done.getKey().isFirstAttempt())
                .map(done -> done.getKey().id())
                .toArray(Long[]::new);
        if (plain.length > 0) {
            db.update(JOURNAL)
                    .set(JOURNAL.STATE, JournalState.PROCESSED.name())
                    .set(JOURNAL.PROCESSED_AT, now)
                    .set(JOURNAL.ATTEMPTS, JOURNAL.ATTEMPTS.plus(1))
                    .set(JOURNAL.TRIED_BY, build)
                    .where(anyOf(JOURNAL.ID, plain))
                    .execute();
        }
        outcomes.forEach((entry, outcome) -> {
            if (!outcome.isPlain() || !entry.isFirstAttempt()) {
                finish(entry, outcome, build, now);
            }
        });
    }

    private void finish(JournalEntry entry, Outcome outcome, String build, Instant now) {
        db.update(JOURNAL)
                .set(JOURNAL.STATE, outcome.state().name())
                .set(JOURNAL.REASON, outcome.reason())
                .set(JOURNAL.PROCESSED_AT, now)
                .set(JOURNAL.ATTEMPTS, JOURNAL.ATTEMPTS.plus(1))
                .set(JOURNAL.TRIED_BY, build)
                .where(JOURNAL.ID.eq(entry.id()))
                .execute();
        if (!entry.isFirstAttempt()) {
            db.deleteFrom(JOURNAL_UNASSIGNED)
                    .where(JOURNAL_UNASSIGNED.JOURNAL_ID.eq(entry.id()))
                    .execute();
        }
        for (String phoneNumberId : outcome.unassigned()) {
            db.insertInto(JOURNAL_UNASSIGNED)
                    .set(JOURNAL_UNASSIGNED.JOURNAL_ID, entry.id())
                    .set(JOURNAL_UNASSIGNED.PHONE_NUMBER_ID, phoneNumberId)
                    .execute();
        }
    }

    /** Newest first, from before that id. */
    List<JournalRow> page(Collection<JournalState> states, @Nullable Long before, int limit) {
        return db.select(
                        JOURNAL.ID,
                        JOURNAL.RECEIVED_AT,
                        JOURNAL.STATE.convertFrom(JournalState::valueOf),
                        JOURNAL.REASON,
                        JOURNAL.ATTEMPTS,
                        JOURNAL.SIGNED_BY,
                        binaryOctetLength(JOURNAL.BODY))
                .from(JOURNAL)
                .where(isIn(states))
                .and(before == null ? DSL.noCondition() : JOURNAL.ID.lt(before))
                .orderBy(
                        states.size() == 1
                                ? List.of(JOURNAL.STATE.desc(), JOURNAL.ID.desc())
                                : List.of(JOURNAL.ID.desc()))
                .limit(limit)
                .fetch(mapping(JournalRow::new));
    }

    Optional<KeptBody> body(long id) {
        return db.select(JOURNAL.BODY)
                .from(JOURNAL)
                .where(JOURNAL.ID.eq(id))
                .fetchOptional(row -> new KeptBody(row.value1()));
    }

    /** How many stand in each state; counting ends at {@code most}. */
    Map<JournalState, Integer> counts(int most) {
        Map<JournalState, Integer> counts = new EnumMap<>(JournalState.class);
        for (JournalState state : JournalState.values()) {
            counts.put(
                    state,
                    db.fetchCount(select(JOURNAL.ID)
                            .from(JOURNAL)
                            .where(JOURNAL.STATE.eq(state.name()))
                            .limit(most)));
        }
        return counts;
    }

    @Nullable
    Instant oldestWaiting() {
        return db.select(JOURNAL.RECEIVED_AT)
                .from(JOURNAL)
                .where(JOURNAL.STATE.eq(JournalState.RECEIVED.name()))
                .orderBy(JOURNAL.STATE, JOURNAL.ID)
                .limit(1)
                .fetchOne(JOURNAL.RECEIVED_AT);
    }

    @Nullable
    Instant newest() {
        return db.select(JOURNAL.RECEIVED_AT)
                .from(JOURNAL)
                .orderBy(JOURNAL.ID.desc())
                .limit(1)
                .fetchOne(JOURNAL.RECEIVED_AT);
    }

    void replay(long id) {
        replay(JOURNAL.ID.eq(id));
    }

    void replay(Collection<Long> ids) {
        replay(JOURNAL.ID.in(ids));
    }

    /** The next of these, in the order they came. */
    List<Long> idsAfter(JournalState state, long after, int limit) {
        return db.select(JOURNAL.ID)
                .from(JOURNAL)
                .where(JOURNAL.STATE.eq(state.name()))
                .and(JOURNAL.ID.gt(after))
                .orderBy(JOURNAL.STATE, JOURNAL.ID)
                .limit(limit)
                .fetch(JOURNAL.ID);
    }

    /** Whatever their state, in the order they came. */
    List<Long> idsBetween(long after, long upTo, int limit) {
        return db.select(JOURNAL.ID)
                .from(JOURNAL)
                .where(JOURNAL.ID.gt(after))
                .and(JOURNAL.ID.le(upTo))
                .orderBy(JOURNAL.ID)
                .limit(limit)
                .fetch(JOURNAL.ID);
    }

    /** Zero while there is none. */
    long lastId() {
        return Objects.requireNonNullElse(
                db.select(max(JOURNAL.ID)).from(JOURNAL).fetchSingle().value1(), 0L);
    }

    void redact(long id, byte[] body) {
        db.update(JOURNAL).set(JOURNAL.BODY, body).where(JOURNAL.ID.eq(id)).execute();
    }

    /** What waited for a number that is ours by now. */
    int replayAssigned() {
        return replay(JOURNAL.ID.in(select(JOURNAL_UNASSIGNED.JOURNAL_ID)
                .from(JOURNAL_UNASSIGNED)
                .join(NUMBER)
                .on(NUMBER.PHONE_NUMBER_ID.eq(JOURNAL_UNASSIGNED.PHONE_NUMBER_ID))));
    }

    /** What another build had trouble with. */
    int replayFailedOfOtherBuilds(String build) {
        return replay(JOURNAL.STATE
                .eq(JournalState.FAILED.name())
                .and(JOURNAL.TRIED_BY.isNull().or(JOURNAL.TRIED_BY.ne(build))));
    }

    private int replay(Condition which) {
        return db.update(JOURNAL)
                .set(JOURNAL.STATE, JournalState.RECEIVED.name())
                .setNull(JOURNAL.REASON)
                .where(which)
                .and(JOURNAL.STATE.in(NOT_DONE))
                .execute();
    }

    /** @return whether it was there to be deleted: what was processed, or is about to be, is not */
    boolean delete(long id) {
        return db.deleteFrom(JOURNAL)
                        .where(JOURNAL.ID.eq(id))
                        .and(JOURNAL.STATE.in(NOT_DONE))
                        .execute()
                > 0;
    }

    /** The oldest of the processed ones, by the index of their states: ids grow as they come. @return how many went */
    int deleteProcessed(Instant before, int limit) {
        List<Long> old = db
                .select(JOURNAL.ID, JOURNAL.RECEIVED_AT)
                .from(JOURNAL)
                .where(JOURNAL.STATE.eq(JournalState.PROCESSED.name()))
                .orderBy(JOURNAL.STATE, JOURNAL.ID)
                .limit(limit)
                .fetch()
                .stream()
                .filter(row -> row.value2().isBefore(before))
                .map(row -> row.value1())
                .toList();
        return old.isEmpty()
                ? 0
                : db.deleteFrom(JOURNAL).where(JOURNAL.ID.in(old)).execute();
    }

    private static Condition isIn(Collection<JournalState> states) {
        List<String> names = states.stream().map(Enum::name).toList();
        return names.size() == 1 ? JOURNAL.STATE.eq(names.getFirst()) : JOURNAL.STATE.in(names);
    }
}
