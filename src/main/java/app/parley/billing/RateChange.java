package app.parley.billing;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a new table changes for one kind of message from one day on.
 *
 * @param before null: there was no rate that begins on this day
 * @param now null: there will be none any more
 */
public record RateChange(
        MetaKind kind,
        LocalDate startsOn,
        @Nullable BigDecimal before,
        @Nullable BigDecimal now) {}
