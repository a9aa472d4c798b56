package app.parley.billing;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Where the ledger's sums are not those of its entries: the one taken off the other must leave nothing. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class SumCheckRepository {

    private final JdbcOperations jdbc;

    SumCheckRepository(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** @param until not included */
    List<Difference> ofQuarters(long from, long until) {
        return jdbc.query(
                """
                select quarter, number_id, direction
                from (
                    select quarter, number_id, direction, messages, amount
                    from ledger_quarter
                    where quarter >= ? and quarter < ?
                    union all
                    select cast(floor(extract(epoch from at) / 900) as bigint), number_id, direction,
                        case entry when 'CHARGE' then -1 else 1 end, -amount
                    from ledger_entry
                    where at >= ? and at < ?
                ) both_sides
                group by quarter, number_id, direction
                having sum(messages) <> 0 or sum(amount) <> 0
                """,
                (row, n) -> Difference.of(
                        Difference.Kind.SUM,
                        "%s, number %d, %s"
                                .formatted(Quarters.start(row.getLong(1)), row.getLong(2), row.getString(3))),
                from,
                until,
                start(from),
                start(until));
    }

    /** @param from the first of a UTC day, as {@code until} */
    List<Difference> ofAgents(long from, long until) {
        return jdbc.query(
                """
                select utc_day, number_id, agent_id
                from (
                    select utc_day, number_id, agent_id, messages, amount
                    from ledger_agent_day
                    where utc_day >= ? and utc_day < ?
                    union all
                    select cast(at at time zone 'UTC' as date), number_id, coalesce(agent_id, 0),
                        case entry when 'CHARGE' then -1 else 1 end, -amount
                    from ledger_entry
                    where at >= ? and at < ? and direction = 'OUTBOUND'
                ) both_sides
                group by utc_day, number_id, agent_id
                having sum(messages) <> 0 or sum(amount) <> 0
                """,
                (row, n) -> Difference.of(
                        Difference.Kind.AGENT,
                        "%s, number %d, agent %d".formatted(row.getString(1), row.getLong(2), row.getLong(3))),
                day(from),
                day(until),
                start(from),
                start(until));
    }

    /** @param from the first of a UTC day, as {@code until} */
    List<Difference> ofDays(long from, long until) {
        return jdbc.query(
                """
                select utc_day, conversation_id
                from (
                    select utc_day, conversation_id, inbound, inbound_amount, outbound, outbound_amount
                    from ledger_day
                    where utc_day >= ? and utc_day < ?
                    union all
                    select cast(e.at at time zone 'UTC' as date), s.conversation_id,
                        case when e.direction = 'INBOUND' then case e.entry when 'CHARGE' then -1 else 1 end else 0 end,
                        case when e.direction = 'INBOUND' then -e.amount else 0 end,
                        case when e.direction = 'OUTBOUND' then case e.entry when 'CHARGE' then -1 else 1 end else 0 end,
                        case when e.direction = 'OUTBOUND' then -e.amount else 0 end
                    from ledger_entry e
                    join session s on s.id = e.session_id
                    where e.at >= ? and e.at < ?
                ) both_sides
                group by utc_day, conversation_id
                having sum(inbound) <> 0 or sum(outbound) <> 0
                    or sum(inbound_amount) <> 0 or sum(outbound_amount) <> 0
                """,
                (row, n) -> Difference.of(
                        Difference.Kind.DAY, "%s, conversation %d".formatted(row.getString(1), row.getLong(2))),
                day(from),
                day(until),
                start(from),
                start(until));
    }

    static LocalDate day(long quarter) {
        return LocalDate.ofInstant(Quarters.start(quarter), ZoneOffset.UTC);
    }

    static OffsetDateTime start(long quarter) {
        return Quarters.start(quarter).atOffset(ZoneOffset.UTC);
    }
}
