package app.parley.admin.billing;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How a figure compares with that of the period before.
 *
 * @param percent how much more or less, rounded; of nothing there is no share
 */
record Change(Kind kind, long percent) {

    enum Kind {
        SAME,
        MORE,
        LESS,
        /** There was nothing before. */
        FROM_NOTHING
    }

    static Change of(BigDecimal now, BigDecimal before) {
        int sign = now.compareTo(before);
        if (sign == 0) {
            return new Change(Kind.SAME, 0);
        }
        if (before.signum() == 0) {
            return new Change(Kind.FROM_NOTHING, 0);
        }
        long percent = now.subtract(before)
                .abs()
                .multiply(BigDecimal.valueOf(100))
                .divide(before.abs(), 0, RoundingMode.HALF_UP)
                .longValue();
        return new Change(sign > 0 ? Kind.MORE : Kind.LESS, percent);
    }

    static Change of(long now, long before) {
        return of(BigDecimal.valueOf(now), BigDecimal.valueOf(before));
    }

    /** The key of its words. */
    String key() {
        return "billing.change." + kind;
    }
}
