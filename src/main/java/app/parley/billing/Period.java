package app.parley.billing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * Days of the business, both included, from midnight to midnight by its clocks: one on which they are changed is longer
 * or shorter.
 */
public record Period(LocalDate from, LocalDate to, ZoneId zone) {

    /** @throws IllegalArgumentException when it ends before it begins */
    public Period {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("The period ends before it begins");
        }
    }

    public static Period month(YearMonth month, ZoneId zone) {
        return new Period(month.atDay(1), month.atEndOfMonth(), zone);
    }

    /** To compare with: of whole months, as many months; else as many days. */
    public Period before() {
        LocalDate last = from.minusDays(1);
        if (isWholeMonths()) {
            long months = ChronoUnit.MONTHS.between(YearMonth.from(from), YearMonth.from(to)) + 1;
            return new Period(from.minusMonths(months), last, zone);
        }
        return new Period(from.minusDays(days()), last, zone);
    }

    private boolean isWholeMonths() {
        return from.getDayOfMonth() == 1 && to.equals(YearMonth.from(to).atEndOfMonth());
    }

    /** Whether it is one month of the calendar. */
    public boolean isMonth() {
        return isWholeMonths() && YearMonth.from(from).equals(YearMonth.from(to));
    }

    public long days() {
        return ChronoUnit.DAYS.between(from, to) + 1;
    }

    public Instant start() {
        return from.atStartOfDay(zone).toInstant();
    }

    /** Not in it any more. */
    public Instant end() {
        return to.plusDays(1).atStartOfDay(zone).toInstant();
    }
}
