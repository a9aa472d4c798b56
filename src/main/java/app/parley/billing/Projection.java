package app.parley.billing;

import java.math.BigDecimal;

/**
 * What a month that is running will cost if it goes on as it began.
 *
 * @param soFar the fees until now
 * @param expected at its end
 */
public record Projection(BigDecimal soFar, BigDecimal expected) {}
