package app.parley.billing;

import app.parley.conversations.CustomerId;
import app.parley.numbers.NumberId;
import app.parley.team.AgentId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** What messages cost, for admins; every method refuses others. All that one answer says is of one moment. */
@Service
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
public class BillingReports {

    private final BillingRights rights;
    private final Lines lines;
    private final MessageLineRepository messages;
    private final SessionLineRepository sessions;
    private final Clock clock;

    BillingReports(
            BillingRights rights,
            Lines lines,
            MessageLineRepository messages,
            SessionLineRepository sessions,
            Clock clock) {
        this.rights = rights;
        this.lines = lines;
        this.messages = messages;
        this.sessions = sessions;
        this.clock = clock;
    }

    /**
     * By customer, at most the 500 with the highest fees, and the rest in one line.
     *
     * @param number null: all of them, disabled ones too
     */
    public Report report(AgentId admin, Period period, @Nullable NumberId number, Grouping grouping) {
        rights.requireSight(admin);
        List<ReportLine> all = switch (grouping) {
            case DAY -> lines.days(period, number);
            case NUMBER -> lines.numbers(period, number);
            case AGENT -> lines.agents(period, number);
            case CUSTOMER -> lines.customers(period, number);
        };
        return new Report(period, grouping, all, Lines.total(all));
    }

    /**
     * The entries behind a line of a report, by the messages' time; of the line that has no customer, those of all.
     *
     * @param grouping the report's
     * @param after the key of the last one shown; null: from the beginning
     */
    public List<MessageLine> messages(
            AgentId admin,
            Period period,
            @Nullable NumberId number,
            Grouping grouping,
            ReportLine line,
            MessageLine.@Nullable Key after,
            int limit) {
        rights.requireSight(admin);
        Period ofLine = grouping == Grouping.DAY ? day(period, line) : period;
        return messages.lines(ofLine, number, grouping, line, after, limit);
    }

    private static Period day(Period period, ReportLine line) {
        LocalDate day = Objects.requireNonNull(line.day());
        return new Period(day, day, period.zone());
    }

    /**
     * Sessions that were opened in the period, by their beginning.
     *
     * @param customer null: everybody's
     * @param after the key of the last one shown; null: from the beginning
     */
    public List<SessionLine> sessions(
            AgentId admin,
            Period period,
            @Nullable NumberId number,
            @Nullable CustomerId customer,
            SessionLine.@Nullable Key after,
            int limit) {
        rights.requireSight(admin);
        return sessions.lines(period, number, customer, after, limit, clock.instant());
    }

    /** What a month that is running will cost if it goes on like this; null for every other period. */
    public @Nullable Projection projection(AgentId admin, Period period, @Nullable NumberId number) {
        rights.requireSight(admin);
        Instant now = clock.instant();
        if (!period.isMonth() || !period.start().isBefore(now) || !now.isBefore(period.end())) {
            return null;
        }
        BigDecimal fees = Lines.total(lines.numbers(period, number)).fees();
        BigDecimal elapsed = seconds(period.start(), now).max(BigDecimal.ONE);
        return new Projection(
                fees,
                fees.multiply(seconds(period.start(), period.end()))
                        .divide(elapsed, Rates.PLACES, RoundingMode.HALF_UP));
    }

    private static BigDecimal seconds(Instant from, Instant until) {
        return BigDecimal.valueOf(Duration.between(from, until).toSeconds());
    }
}
