package app.parley.cloudapi;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What Meta itself counted of an account: so many delivered messages, and what it takes for them.
 *
 * @param cost null when Meta does not say
 */
public record PricedVolume(long messages, @Nullable BigDecimal cost) {}
