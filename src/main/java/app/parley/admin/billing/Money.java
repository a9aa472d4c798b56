package app.parley.admin.billing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Locale;

/**
 * Money in the business's currency as the reader writes it, never rounded: as many places as the longest of those that
 * stand together needs, at least two and as many as the ledger has at most.
 */
final class Money {

    private static final int FEWEST_PLACES = 2;
    private static final int MOST_PLACES = 6;

    private final Currency currency;
    private final Locale locale;

    Money(Currency currency, Locale locale) {
        this.currency = currency;
        this.locale = locale;
    }

    String words(BigDecimal amount) {
        return words(amount, List.of(amount));
    }

    /** An estimate, whose last digits would promise too much. */
    String rounded(BigDecimal amount) {
        int places = Math.max(FEWEST_PLACES, currency.getDefaultFractionDigits());
        return format(places).format(amount.setScale(places, RoundingMode.HALF_UP));
    }

    /** Without places where there is nothing in them. */
    String brief(BigDecimal amount) {
        return amount.stripTrailingZeros().scale() <= 0 ? format(0).format(amount) : words(amount);
    }

    /** @param together what stands in the same column, so that its points stand below each other */
    String words(BigDecimal amount, Collection<BigDecimal> together) {
        return format(places(together)).format(amount);
    }

    /** For a column. */
    NumberFormat format(Collection<BigDecimal> together) {
        return format(places(together));
    }

    private NumberFormat format(int places) {
        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(currency);
        format.setMinimumFractionDigits(places);
        format.setMaximumFractionDigits(places);
        return format;
    }

    private int places(Collection<BigDecimal> amounts) {
        int needed = amounts.stream()
                .mapToInt(amount -> amount.stripTrailingZeros().scale())
                .max()
                .orElse(0);
        return Math.clamp(needed, Math.max(FEWEST_PLACES, currency.getDefaultFractionDigits()), MOST_PLACES);
    }
}
