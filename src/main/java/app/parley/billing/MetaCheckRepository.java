package app.parley.billing;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Where the counts of what WhatsApp charges are not those of what it said of each message. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class MetaCheckRepository {

    private static final String KIND =
            " country, coalesce(category, ''), coalesce(type, case when billable = false then 'free' else '' end), ";

    private final JdbcOperations jdbc;

    MetaCheckRepository(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** @param from the first of a UTC day, as {@code until}, which is not included */
    List<Difference> between(long from, long until) {
        List<Difference> found = new ArrayList<>(ofQuarters(from, until));
        found.addAll(ofAgents(from, until));
        return found;
    }

    private List<Difference> ofQuarters(long from, long until) {
        return jdbc.query(
                """
                select quarter, number_id, country, category, type
                from (
                    select quarter, number_id, country, category, type, messages, confirmed
                    from meta_quarter
                    where quarter >= ? and quarter < ?
                    union all
                    select cast(floor(extract(epoch from told_at) / 900) as bigint), number_id,
                """ + KIND + """
                        -1, case when state in ('SENT', 'FAILED') then 0 else -1 end
                    from pricing
                    where told_at >= ? and told_at < ? and not lost
                ) both_sides
                group by quarter, number_id, country, category, type
                having sum(messages) <> 0 or sum(confirmed) <> 0
                """,
                (row, n) -> Difference.of(
                        Difference.Kind.META,
                        "%s, number %d, %s, %s, %s"
                                .formatted(
                                        Quarters.start(row.getLong(1)),
                                        row.getLong(2),
                                        row.getString(3),
                                        row.getString(4),
                                        row.getString(5))),
                from,
                until,
                SumCheckRepository.start(from),
                SumCheckRepository.start(until));
    }

    private List<Difference> ofAgents(long from, long until) {
        return jdbc.query(
                """
                select utc_day, number_id, agent_id
                from (
                    select utc_day, number_id, agent_id, country, category, type, messages
                    from meta_agent_day
                    where utc_day >= ? and utc_day < ?
                    union all
                    select cast(told_at at time zone 'UTC' as date), number_id, coalesce(agent_id, 0),
                """ + KIND + """
                        -1
                    from pricing
                    where told_at >= ? and told_at < ? and not lost
                ) both_sides
                group by utc_day, number_id, agent_id, country, category, type
                having sum(messages) <> 0
                """,
                (row, n) -> Difference.of(
                        Difference.Kind.META,
                        "%s, number %d, agent %d".formatted(row.getString(1), row.getLong(2), row.getLong(3))),
                SumCheckRepository.day(from),
                SumCheckRepository.day(until),
                SumCheckRepository.start(from),
                SumCheckRepository.start(until));
    }
}
