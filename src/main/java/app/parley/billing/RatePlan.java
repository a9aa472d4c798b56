package app.parley.billing;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a table of rates would do, before it does it.
 *
 * @param rates all of the table's; none when it has mistakes
 * @param errors the first of its mistakes; with any, nothing can be applied
 * @param changes by kind and day
 * @param same how many rates of the table are known already
 * @param past the first day, today or before, from which something changes; null when nothing of the past does
 * @param priced how many messages that were counted already have another price then
 */
public record RatePlan(
        List<MetaRate> rates,
        List<RateFileError> errors,
        List<RateChange> changes,
        int same,
        @Nullable LocalDate past,
        long priced) {

    static RatePlan of(List<RateFileError> errors) {
        return new RatePlan(List.of(), errors, List.of(), 0, null, 0);
    }

    public boolean isWhole() {
        return errors.isEmpty();
    }
}
