package app.parley.cloudapi;

import java.math.BigDecimal;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * What Meta itself counted of an account: so many delivered messages, and what it takes for them.
 *
 * @param cost null when Meta does not say
 * @param currency the account's, which need not be ours; null when Meta does not say, or we do not know it
 */
public record PricedVolume(
        long messages, @Nullable BigDecimal cost, @Nullable Currency currency) {}
