package app.parley.admin.billing;

import app.parley.billing.Grouping;
import app.parley.billing.Period;
import com.vaadin.flow.router.QueryParameters;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the billing page's address says. What it says in no way we know is as if absent.
 *
 * @param month null: this month, unless there are days of one's own
 * @param days of one's own, in any order
 * @param number a {@code phone_number_id}; null means all numbers
 */
record BillingAddress(
        @Nullable YearMonth month,
        @Nullable Days days,
        @Nullable String number,
        Grouping grouping) {

    /** What one page shows of days: every one of them is a line of its own. */
    static final int MOST_DAYS = 1100;

    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 2200;

    /** Both included. */
    record Days(LocalDate from, LocalDate to) {}

    /** Why there is no report of a period. */
    enum Fault {
        BACKWARDS,
        TOO_LONG
    }

    static BillingAddress of(QueryParameters query) {
        return of(query::getSingleParameter);
    }

    static BillingAddress of(Function<String, Optional<String>> parameter) {
        Optional<LocalDate> from = parameter.apply("from").flatMap(BillingAddress::date);
        Optional<LocalDate> to = parameter.apply("to").flatMap(BillingAddress::date);
        return new BillingAddress(
                parameter.apply("month").flatMap(BillingAddress::month).orElse(null),
                from.isPresent() && to.isPresent() ? new Days(from.get(), to.get()) : null,
                parameter.apply("number").filter(value -> !value.isBlank()).orElse(null),
                parameter.apply("by").flatMap(BillingAddress::grouping).orElse(Grouping.NUMBER));
    }

    QueryParameters query() {
        return QueryParameters.simple(parameters());
    }

    /** As a link has it, without the question mark. */
    String queryString() {
        return query().getQueryString();
    }

    private Map<String, String> parameters() {
        Map<String, String> query = new LinkedHashMap<>();
        if (days != null) {
            query.put("from", days.from().toString());
            query.put("to", days.to().toString());
        } else if (month != null) {
            query.put("month", month.toString());
        }
        if (number != null) {
            query.put("number", number);
        }
        if (grouping != Grouping.NUMBER) {
            query.put("by", grouping.name().toLowerCase(Locale.ROOT));
        }
        return query;
    }

    BillingAddress withMonth(YearMonth other) {
        return new BillingAddress(other, null, number, grouping);
    }

    BillingAddress withDays(Days other) {
        return new BillingAddress(null, other, number, grouping);
    }

    BillingAddress withNumber(@Nullable String other) {
        return new BillingAddress(month, days, other, grouping);
    }

    BillingAddress withGrouping(Grouping other) {
        return new BillingAddress(month, days, number, other);
    }

    YearMonth monthOr(LocalDate today) {
        return month == null ? YearMonth.from(today) : month;
    }

    Optional<Fault> fault() {
        if (days == null) {
            return Optional.empty();
        }
        long length = ChronoUnit.DAYS.between(days.from(), days.to()) + 1;
        return length < 1
                ? Optional.of(Fault.BACKWARDS)
                : length > MOST_DAYS ? Optional.of(Fault.TOO_LONG) : Optional.empty();
    }

    /** @throws IllegalArgumentException if there is a fault */
    Period period(LocalDate today, ZoneId zone) {
        return days == null ? Period.month(monthOr(today), zone) : new Period(days.from(), days.to(), zone);
    }

    private static Optional<LocalDate> date(String text) {
        return parsed(text, LocalDate::parse).filter(date -> isInReach(date.getYear()));
    }

    private static Optional<YearMonth> month(String text) {
        return parsed(text, YearMonth::parse).filter(month -> isInReach(month.getYear()));
    }

    private static boolean isInReach(int year) {
        return year >= FIRST_YEAR && year < LAST_YEAR;
    }

    private static <T> Optional<T> parsed(String text, Function<String, T> parse) {
        try {
            return Optional.of(parse.apply(text.strip()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Grouping> grouping(String name) {
        return Arrays.stream(Grouping.values())
                .filter(grouping -> grouping.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /** As a file's name has it: {@code 2026-11}, {@code 2026-11-01_2026-11-15}. */
    static String fileWords(Period period) {
        return period.isMonth()
                ? YearMonth.from(period.from()).toString()
                : Stream.of(period.from(), period.to()).map(LocalDate::toString).collect(Collectors.joining("_"));
    }
}
