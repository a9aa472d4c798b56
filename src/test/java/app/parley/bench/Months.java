package app.parley.bench;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Months of messages with their sessions and all of the ledger, made by the database itself: a session is ten messages
 * within an hour or so, half of them ours; one of ours in fifty failed.
 */
final class Months {

    static final int NUMBERS = 3;
    private static final int AGENTS = 20;
    private static final int OF_A_SESSION = 10;
    private static final int CUSTOMERS = 20_000;

    private Months() {}

    /** A month is a few transactions: one for a year of them would be more than H2 can undo in its memory. */
    static void write(JdbcTemplate database, LocalDate first, int months, int messages) {
        people(database);
        for (int month = 0; month < months; month++) {
            LocalDate from = first.plusMonths(month);
            long start = from.atStartOfDay(ZoneOffset.UTC).toEpochSecond();
            long seconds = from.lengthOfMonth() * 86_400L;
            long sessions = last(database, "session");
            long written = last(database, "message");
            sessions(database, start, seconds, (long) month * messages / OF_A_SESSION, messages / OF_A_SESSION);
            messages(database, sessions, written);
            charges(database, written);
            sums(database, written, from.atStartOfDay().atOffset(ZoneOffset.UTC));
        }
        // PostgreSQL's own housekeeping would have done as much by the end of the first month.
        database.execute(isH2 ? "analyze" : "vacuum analyze");
        database.execute("create table months_written (at timestamp default current_timestamp)");
    }

    /** All of them: the last that is written is that they are. */
    static boolean areIn(JdbcTemplate database) {
        return Objects.requireNonNull(database.queryForObject(
                        "select count(*) from information_schema.tables where lower(table_name) = 'months_written'",
                        Long.class))
                > 0;
    }

    private static long last(JdbcTemplate database, String table) {
        return Objects.requireNonNull(database.queryForObject("select coalesce(max(id), 0) from " + table, Long.class));
    }

    private static void people(JdbcTemplate database) {
        database.update("insert into account (waba_id) values ('1')");
        for (int i = 1; i <= NUMBERS; i++) {
            database.update(
                    "insert into number (account_id, phone_number_id, display_phone, name) select min(id), ?, '+1', ?"
                            + " from account",
                    "10" + i,
                    "Number " + i);
        }
        for (int i = 2; i <= AGENTS; i++) {
            database.update(
                    "insert into agent (email, name, password_hash, role) values (?, ?, 'x', 'AGENT')",
                    i + "@measured.example",
                    "Agent " + i);
        }
        database.update(
                "insert into customer (wa_id, name) select cast(n as varchar), 'Customer ' || n" + series(CUSTOMERS));
        database.update("insert into conversation (number_id, customer_id, last_at) select mod(n, " + NUMBERS
                + ") + 1, n, current_timestamp" + series(CUSTOMERS));
    }

    private static String series(long count) {
        return " from (select row_number() over () as n from " + (isH2 ? "system_range" : "generate_series") + "(1, "
                + count + ")) numbered";
    }

    private static boolean isH2 = !"postgresql".equals(System.getProperty("database"));

    /** Spread over the month by multiplying with primes: no two runs differ. */
    private static void sessions(JdbcTemplate database, long start, long seconds, long before, int count) {
        database.update("insert into session (conversation_id, number_id, opened_at, ends_at)"
                + " select c, mod(c, " + NUMBERS + ") + 1,"
                + " timestamp with time zone '1970-01-01 00:00:00+00' + (" + start + " + s) * interval '1' second,"
                + " timestamp with time zone '1970-01-01 00:00:00+00' + (" + start
                + " + s + 90000) * interval '1' second"
                + " from (select mod((n + " + before + ") * 7919, " + CUSTOMERS + ") + 1 as c, mod(n * 104729, "
                + (seconds - 7200) + ") as s" + series(count) + ") chosen");
    }

    private static void messages(JdbcTemplate database, long sessions, long written) {
        database.update(
                "insert into message (conversation_id, number_id, session_id, agent_id, direction, kind, at,"
                        + " received_at, text, state)"
                        + " select s.conversation_id, s.number_id, s.id, case mod(k.n, 2) when 0 then mod(s.id, "
                        + AGENTS
                        + ") + 1 end, case mod(k.n, 2) when 0 then 'OUTBOUND' else 'INBOUND' end, 'TEXT',"
                        + " s.opened_at + (k.n - 1) * 400 * interval '1' second, s.opened_at, 'x',"
                        + " case mod(k.n, 2) when 0 then case mod(s.id, 50) when 0 then 'FAILED' else 'READ' end end"
                        + " from session s cross join (select n" + series(OF_A_SESSION) + ") k where s.id > ?",
                sessions);
        database.update(
                "insert into ledger_entry (message_id, entry, direction, number_id, session_id, agent_id, at,"
                        + " rate, amount) select id, 'CHARGE', direction, number_id, session_id, agent_id, at, 0.005, 0.005"
                        + " from message where (state is null or state = 'READ') and id > ? order by id",
                written);
        database.update(
                "insert into failed_message (message_id, conversation_id, number_id, agent_id, at)"
                        + " select id, conversation_id, number_id, agent_id, at from message where state = 'FAILED' and id > ?",
                written);
    }

    /** What WhatsApp charges: one in four of our messages is paid for, the others are free. */
    private static void charges(JdbcTemplate database, long written) {
        database.update(
                "insert into pricing (number_id, ref, category, type, model, billable, state, at, told_at, country,"
                        + " agent_id, conversation_id, lost)"
                        + " select number_id, cast(id as varchar), case mod(id, 8) when 0 then 'marketing' else 'service' end,"
                        + " case mod(id, 8) when 0 then 'regular' else 'free_customer_service' end, 'PMP', mod(id, 8) = 0, 'READ',"
                        + " at, at, case mod(conversation_id, 3) when 0 then 'ES' else 'PT' end, agent_id, conversation_id, false"
                        + " from message where state = 'READ' and id > ?",
                written);
        database.update("update message set ref = cast(id as varchar) where state = 'READ' and id > ?", written);
    }

    private static void sums(JdbcTemplate database, long written, OffsetDateTime from) {
        String quarter = "cast(floor(extract(epoch from at) / 900) as bigint)";
        String day = "cast(at at time zone 'UTC' as date)";
        database.update(
                "insert into ledger_quarter (quarter, number_id, direction, messages, amount)"
                        + " select " + quarter + ", number_id, direction, count(*), sum(amount) from ledger_entry"
                        + " where message_id > ? group by " + quarter + ", number_id, direction",
                written);
        database.update(
                "insert into ledger_agent_day (utc_day, number_id, agent_id, messages, amount)"
                        + " select " + day + ", number_id, agent_id, count(*), sum(amount) from ledger_entry"
                        + " where direction = 'OUTBOUND' and message_id > ? group by " + day + ", number_id, agent_id",
                written);
        database.update(
                "insert into meta_quarter (quarter, number_id, country, category, type, messages, confirmed)"
                        + " select " + quarter + ", number_id, country, category, type, count(*), count(*) from pricing"
                        + " where at >= ? group by " + quarter + ", number_id, country, category, type",
                from);
        database.update(
                "insert into meta_agent_day (utc_day, number_id, agent_id, country, category, type, messages)"
                        + " select " + day + ", number_id, agent_id, country, category, type, count(*) from pricing"
                        + " where at >= ? group by " + day + ", number_id, agent_id, country, category, type",
                from);
        database.update(
                "insert into meta_day (conversation_id, utc_day, country, category, type, messages)"
                        + " select m.conversation_id, cast(p.told_at at time zone 'UTC' as date), p.country, p.category, p.type,"
                        + " count(*) from pricing p join message m on m.number_id = p.number_id and m.ref = p.ref"
                        + " where p.at >= ?"
                        + " group by m.conversation_id, cast(p.told_at at time zone 'UTC' as date), p.country, p.category, p.type",
                from);
        database.update(
                "insert into ledger_day (utc_day, conversation_id, inbound, inbound_amount, outbound,"
                        + " outbound_amount) select cast(e.at at time zone 'UTC' as date), s.conversation_id,"
                        + " sum(case e.direction when 'INBOUND' then 1 else 0 end),"
                        + " sum(case e.direction when 'INBOUND' then e.amount else 0 end),"
                        + " sum(case e.direction when 'OUTBOUND' then 1 else 0 end),"
                        + " sum(case e.direction when 'OUTBOUND' then e.amount else 0 end)"
                        + " from ledger_entry e join session s on s.id = e.session_id where e.message_id > ?"
                        + " group by cast(e.at at time zone 'UTC' as date), s.conversation_id",
                written);
    }
}
