package app.parley.billing;

import app.parley.cloudapi.Country;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The fields of one line of a table of rates; every mistake in them is noted. */
final class RateFields {

    /** Contract section 3. */
    private static final Set<String> CATEGORIES = Set.of(
            "service",
            "utility",
            "marketing",
            "marketing_lite",
            "authentication",
            "authentication-international",
            "referral_conversion",
            "group_service",
            "group_utility",
            "group_marketing");

    private static final Pattern WORD = Pattern.compile("[a-z][a-z_]{0,59}");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,12}([.,]\\d{1,20})?");
    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2100, 1, 1);

    private final Currency currency;
    private final List<RateFileError> errors;

    RateFields(Currency currency, List<RateFileError> errors) {
        this.currency = currency;
        this.errors = errors;
    }

    /** @param field what stands in the column of this name, stripped */
    Optional<MetaRate> rate(long line, UnaryOperator<String> field) {
        int before = errors.size();
        MetaKind kind = kind(line, field);
        LocalDate day = day(line, field.apply("starts_on"));
        BigDecimal amount = amount(line, field.apply("amount"));
        String money = field.apply("currency");
        if (!money.equalsIgnoreCase(currency.getCurrencyCode())) {
            error(line, RateFault.CURRENCY, money);
        }
        return day == null || amount == null || errors.size() > before
                ? Optional.empty()
                : Optional.of(new MetaRate(kind, day, amount));
    }

    private MetaKind kind(long line, UnaryOperator<String> field) {
        String country = field.apply("country").toUpperCase(Locale.ROOT);
        if (!Country.exists(country)) {
            error(line, RateFault.COUNTRY, field.apply("country"));
        }
        String category = field.apply("category").toLowerCase(Locale.ROOT);
        if (category.equals("authentication_international")) {
            category = "authentication-international"; // Meta spells it both ways.
        }
        if (!CATEGORIES.contains(category)) {
            error(line, RateFault.CATEGORY, field.apply("category"));
        }
        String given = field.apply("type").toLowerCase(Locale.ROOT);
        String type = given.isEmpty() ? "regular" : given;
        MetaKind kind = new MetaKind(country, category, type);
        if (!WORD.matcher(type).matches() || kind.isFree()) {
            error(line, RateFault.TYPE, given);
        }
        return kind;
    }

    private @Nullable LocalDate day(long line, String text) {
        try {
            LocalDate day = DAY.matcher(text).matches() ? LocalDate.parse(text) : null;
            if (day != null && !day.isBefore(FIRST) && day.isBefore(LAST)) {
                return day;
            }
        } catch (DateTimeException e) {
            // Such as the 30th of February; said below.
        }
        error(line, RateFault.DATE, text);
        return null;
    }

    private @Nullable BigDecimal amount(long line, String text) {
        if (!DECIMAL.matcher(text).matches()) {
            error(line, RateFault.AMOUNT, text);
            return null;
        }
        BigDecimal amount = new BigDecimal(text.replace(',', '.'));
        if (amount.signum() < 0) {
            error(line, RateFault.NEGATIVE, text);
        } else if (amount.compareTo(Rates.HIGHEST) > 0) {
            error(line, RateFault.ABSURD, text);
        } else if (amount.stripTrailingZeros().scale() > Rates.PLACES) {
            error(line, RateFault.TOO_FINE, text);
        }
        return amount.setScale(Math.max(Rates.PLACES, amount.scale()));
    }

    private void error(long line, RateFault fault, String value) {
        errors.add(new RateFileError(line, fault, value));
    }
}
