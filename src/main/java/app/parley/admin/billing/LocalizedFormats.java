package app.parley.admin.billing;

import app.parley.billing.Period;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Days, months, times and counts as the reader writes them; times by the business's clocks. */
final class LocalizedFormats {

    private static final int PLACES = 6;

    private final DateTimeFormatter month;
    private final DateTimeFormatter day;
    private final DateTimeFormatter shortDay;
    private final DateTimeFormatter time;
    private final NumberFormat count;
    private final NumberFormat amount;

    LocalizedFormats(Locale locale, ZoneId zone) {
        month = DateTimeFormatter.ofLocalizedPattern("yMMMM").withLocale(locale);
        day = DateTimeFormatter.ofLocalizedPattern("yMMMEd").withLocale(locale);
        shortDay = DateTimeFormatter.ofLocalizedPattern("MMMd").withLocale(locale);
        time = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.MEDIUM)
                .withLocale(locale)
                .withZone(zone);
        count = NumberFormat.getIntegerInstance(locale);
        amount = NumberFormat.getNumberInstance(locale);
        amount.setMaximumFractionDigits(PLACES);
    }

    String month(YearMonth of) {
        return month.format(of);
    }

    String day(LocalDate of) {
        return day.format(of);
    }

    String shortDay(LocalDate of) {
        return shortDay.format(of);
    }

    String time(Instant of) {
        return time.format(of);
    }

    String count(long of) {
        return count.format(of);
    }

    /** Money of which the currency is not known. */
    String amount(BigDecimal of) {
        return amount.format(of);
    }

    /** Beside a figure, where there is little room. */
    String shortPeriod(Period of) {
        if (of.isMonth()) {
            return month(YearMonth.from(of.from()));
        }
        return of.from().equals(of.to()) ? shortDay(of.from()) : shortDay(of.from()) + " – " + shortDay(of.to());
    }

    String period(Period of) {
        if (of.isMonth()) {
            return month(YearMonth.from(of.from()));
        }
        return of.from().equals(of.to()) ? day(of.from()) : day(of.from()) + " – " + day(of.to());
    }
}
