package app.parley.billing;

import app.parley.numbers.NumberId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * A budget of a month, and what of it is spent.
 *
 * @param number null: in total
 * @param name the number's; empty in total
 * @param spent session fees of the month so far
 */
public record BudgetStanding(@Nullable NumberId number, String name, BigDecimal budget, BigDecimal spent) {

    private static final BigDecimal HUNDRED = new BigDecimal(100);
    private static final BigDecimal NEAR = new BigDecimal("0.8");

    /** Cut, not rounded: 100 is said when it is reached. */
    public int percent() {
        return share(spent, budget);
    }

    static int share(BigDecimal part, BigDecimal whole) {
        return part.multiply(HUNDRED)
                .divide(whole, 0, RoundingMode.DOWN)
                .min(new BigDecimal(Integer.MAX_VALUE))
                .intValueExact();
    }

    public Alert alert() {
        if (spent.compareTo(budget) >= 0) {
            return Alert.REACHED;
        }
        return spent.compareTo(budget.multiply(NEAR)) >= 0 ? Alert.NEAR : Alert.NONE;
    }
}
