package app.parley.billing;

import static app.parley.db.Tables.RECONCILIATION;
import static java.util.stream.Collectors.joining;

import app.parley.conversations.DeliveryState;
import app.parley.conversations.Direction;
import app.parley.conversations.MessageId;
import app.parley.conversations.MessageKind;
import app.parley.numbers.NumberId;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where the ledger's entries are not what follows from messages and rates. One that failed and arrived after all may
 * have been credited in between, or not: the message does not tell.
 */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class ReconciliationRepository {

    private static final String COSTS = "m.session_id is not null and m.kind in ("
            + names(Arrays.stream(MessageKind.values()).filter(MessageKind::costs)) + ")";

    private static final String TAKEN = "(m.direction = 'INBOUND' or m.state in ("
            + names(Arrays.stream(DeliveryState.values()).filter(DeliveryState::isTaken)) + "))";

    private static final String CHARGE =
            "exists (select 1 from ledger_entry c where c.message_id = m.id and c.entry = 'CHARGE')";

    private static final String CREDIT =
            "exists (select 1 from ledger_entry c where c.message_id = m.id and c.entry = 'CREDIT')";

    private static final String MESSAGES = "select m.id from message m where m.id >= ? and m.id < ? and ";

    private static final String ENTRIES = "select m.id from ledger_entry e join message m on m.id = e.message_id"
            + " where e.message_id >= ? and e.message_id < ? and ";

    private static final String WITHOUT_MESSAGE = "select distinct e.message_id from ledger_entry e"
            + " where e.message_id >= ? and e.message_id < ?"
            + " and not exists (select 1 from message m where m.id = e.message_id)"
            + " and not exists (select 1 from erased_message g where g.message_id = e.message_id)";

    private final DSLContext db;
    private final JdbcOperations jdbc;

    ReconciliationRepository(DSLContext db, JdbcOperations jdbc) {
        this.db = db;
        this.jdbc = jdbc;
    }

    private static String names(Stream<? extends Enum<?>> values) {
        return values.map(value -> "'" + value.name() + "'").collect(joining(", "));
    }

    /** A sum may stand where there is no entry. */
    Reconciliation.Extent extent() {
        return Objects.requireNonNull(jdbc.queryForObject("""
                select (select count(*) from message), (select count(*) from ledger_entry),
                    (select coalesce(min(id), 0) from message), (select coalesce(max(id), 0) from message),
                    (select min(at) from ledger_entry), (select max(at) from ledger_entry),
                    (select min(told_at) from pricing), (select max(told_at) from pricing),
                    (select min(quarter) from ledger_quarter), (select max(quarter) from ledger_quarter),
                    (select min(quarter) from meta_quarter), (select max(quarter) from meta_quarter),
                    (select min(message_id) from ledger_entry), (select max(message_id) from ledger_entry)
                """, (row, n) -> {
            List<@Nullable Long> quarters = new ArrayList<>();
            for (int column = 5; column <= 8; column++) {
                OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
                quarters.add(time == null ? null : Quarters.of(time.toInstant()));
            }
            for (int column = 9; column <= 12; column++) {
                quarters.add(row.getObject(column, Long.class));
            }
            LongSummaryStatistics reach = quarters.stream()
                    .filter(Objects::nonNull)
                    .mapToLong(Long::longValue)
                    .summaryStatistics();
            return new Reconciliation.Extent(
                    row.getLong(1),
                    row.getLong(2),
                    lower(row.getLong(3), row.getLong(13)),
                    Math.max(row.getLong(4), row.getLong(14)),
                    reach.getCount() == 0 ? 0 : Quarters.startOfDay(reach.getMin()),
                    reach.getCount() == 0 ? -1 : reach.getMax());
        }));
    }

    /** Entries stay when messages are erased; 0 stands for none. */
    private static long lower(long message, long entry) {
        return message == 0 || entry == 0 ? Math.max(message, entry) : Math.min(message, entry);
    }

    /** Of the messages with these ids. */
    List<Difference> ofMessages(long from, long until) {
        List<Difference> found = new ArrayList<>();
        ids(MESSAGES + COSTS + " and " + TAKEN + " and not " + CHARGE, from, until)
                .forEach(id -> found.add(Difference.of(Difference.Kind.NOT_CHARGED, id)));
        ids(
                        ENTRIES + "e.entry = 'CHARGE' and not (" + COSTS + " and (" + TAKEN
                                + " or m.state = 'FAILED'))",
                        from,
                        until)
                .forEach(id -> found.add(Difference.of(Difference.Kind.CHARGED_FOR_NOTHING, id)));
        ids(MESSAGES + "m.state = 'FAILED' and " + CHARGE + " and not " + CREDIT, from, until)
                .forEach(id -> found.add(Difference.of(Difference.Kind.NOT_CREDITED, id)));
        ids(
                        ENTRIES + "e.entry = 'CREDIT' and (m.direction = 'INBOUND' or not " + CHARGE
                                + " or not (m.state = 'FAILED' or m.failed_at is not null))",
                        from,
                        until)
                .forEach(id -> found.add(Difference.of(Difference.Kind.CREDITED_FOR_NOTHING, id)));
        ids(
                        ENTRIES + "(e.direction <> m.direction or e.number_id <> m.number_id or e.at <> m.at"
                                + " or e.session_id is distinct from m.session_id"
                                + " or e.agent_id is distinct from m.agent_id)",
                        from,
                        until)
                .forEach(id -> found.add(Difference.of(Difference.Kind.OTHER_MESSAGE, id)));
        ids(
                        MESSAGES + "m.direction = 'OUTBOUND' and m.kind in ("
                                + names(Arrays.stream(MessageKind.values()).filter(MessageKind::costs))
                                + ") and case m.state when 'FAILED' then 1 else 0 end"
                                + " <> (select count(*) from failed_message f where f.message_id = m.id)",
                        from,
                        until)
                .forEach(id -> found.add(Difference.of(Difference.Kind.FAILURE, id)));
        ids(WITHOUT_MESSAGE, from, until).forEach(id -> found.add(Difference.of(Difference.Kind.WITHOUT_MESSAGE, id)));
        return found;
    }

    private List<MessageId> ids(String query, long from, long until) {
        return jdbc.query(query, (row, n) -> new MessageId(row.getLong(1)), from, until);
    }

    /** Of every number and direction, stretch by stretch. */
    List<Difference> ofRates(RateTable rates) {
        List<Difference> found = new ArrayList<>();
        List<NumberId> numbers = jdbc.query("select id from number", (row, n) -> new NumberId(row.getLong(1)));
        for (NumberId number : numbers) {
            for (Direction direction : Direction.values()) {
                rates.stretches(number, direction).forEach(stretch -> found.addAll(ofRate(number, direction, stretch)));
            }
        }
        return found;
    }

    private List<Difference> ofRate(NumberId number, Direction direction, RateTable.Stretch stretch) {
        List<@Nullable Object> values = new ArrayList<>();
        StringBuilder query = new StringBuilder("select message_id from ledger_entry where number_id = ?"
                + " and direction = ? and (rate <> ? or amount <> case entry when 'CHARGE' then rate else -rate end)");
        values.add(number.value());
        values.add(direction.name());
        values.add(stretch.rate());
        if (stretch.from() != null) {
            query.append(" and at >= ?");
            values.add(stretch.from().atOffset(ZoneOffset.UTC));
        }
        if (stretch.until() != null) {
            query.append(" and at < ?");
            values.add(stretch.until().atOffset(ZoneOffset.UTC));
        }
        return jdbc.query(
                query.toString(),
                (row, n) -> Difference.of(Difference.Kind.OTHER_RATE, new MessageId(row.getLong(1))),
                values.toArray());
    }

    void keep(Reconciled found) {
        db.insertInto(RECONCILIATION)
                .set(RECONCILIATION.STARTED_AT, found.startedAt())
                .set(RECONCILIATION.FINISHED_AT, found.finishedAt())
                .set(RECONCILIATION.MESSAGES, found.messages())
                .set(RECONCILIATION.ENTRIES, found.entries())
                .set(RECONCILIATION.DIFFERENCES, found.differences())
                .set(RECONCILIATION.SAMPLE, String.join("\n", found.sample()))
                .execute();
    }

    Optional<Reconciled> last() {
        return db.selectFrom(RECONCILIATION)
                .orderBy(RECONCILIATION.ID.desc())
                .limit(1)
                .fetchOptional(row -> new Reconciled(
                        row.get(RECONCILIATION.STARTED_AT),
                        row.get(RECONCILIATION.FINISHED_AT),
                        row.get(RECONCILIATION.MESSAGES),
                        row.get(RECONCILIATION.ENTRIES),
                        row.get(RECONCILIATION.DIFFERENCES),
                        row.get(RECONCILIATION.SAMPLE).lines().toList()));
    }
}
