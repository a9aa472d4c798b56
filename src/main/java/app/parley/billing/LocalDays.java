package app.parley.billing;

import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.when;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;

/** The day by the business's clocks in which a quarter hour is, told to the database. */
final class LocalDays {

    private static final long QUARTERS_A_DAY = 96;

    private LocalDays() {}

    /** Counted from 1970; for quarters of the period only, within which the clocks are seldom changed. */
    static Field<Long> of(Period period, Field<Long> quarter) {
        ZoneId zone = period.zone();
        List<ZoneOffsetTransition> changes = changes(period);
        Field<Long> last = day(
                quarter,
                zone,
                changes.isEmpty() ? period.start() : changes.getLast().getInstant());
        Field<Long> day = last;
        for (ZoneOffsetTransition change : changes.reversed()) {
            Condition before = quarter.lt(inline(Quarters.of(change.getInstant())));
            day = when(before, day(quarter, change.getOffsetBefore().getTotalSeconds()))
                    .otherwise(day);
        }
        return day;
    }

    private static List<ZoneOffsetTransition> changes(Period period) {
        List<ZoneOffsetTransition> changes = new ArrayList<>();
        ZoneOffsetTransition next = period.zone().getRules().nextTransition(period.start());
        while (next != null && next.getInstant().isBefore(period.end())) {
            changes.add(next);
            next = period.zone().getRules().nextTransition(next.getInstant());
        }
        return changes;
    }

    private static Field<Long> day(Field<Long> quarter, ZoneId zone, Instant at) {
        return day(quarter, zone.getRules().getOffset(at).getTotalSeconds());
    }

    private static Field<Long> day(Field<Long> quarter, int offsetSeconds) {
        return quarter.plus(inline(Math.floorDiv((long) offsetSeconds, 900L))).div(inline(QUARTERS_A_DAY));
    }
}
