package app.parley.billing;

import java.math.BigDecimal;

/**
 * What WhatsApp charges itself, beside our fees and never added to them.
 *
 * @param free messages that it says cost nothing
 * @param priced messages whose rate we know; {@code amount} is of these
 * @param withoutRate messages whose rate we do not know, which is not to say that they are free
 */
public record MetaCharges(long free, long priced, long withoutRate, BigDecimal amount) {

    public static final MetaCharges NONE = new MetaCharges(0, 0, 0, BigDecimal.ZERO);

    public MetaCharges plus(MetaCharges other) {
        return new MetaCharges(
                free + other.free, priced + other.priced, withoutRate + other.withoutRate, amount.add(other.amount));
    }

    public MetaCharges minus(MetaCharges other) {
        return new MetaCharges(
                free - other.free,
                priced - other.priced,
                withoutRate - other.withoutRate,
                amount.subtract(other.amount));
    }
}
