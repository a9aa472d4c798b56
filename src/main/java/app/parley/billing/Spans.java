package app.parley.billing;

import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.when;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Field;

/**
 * A period cut where WhatsApp's rates change, so that each part has one rate for everything.
 *
 * @param changes days of the period, after its first, in order
 */
record Spans(Period period, List<LocalDate> changes) {

    record Span(long index, Instant from, Instant until) {}

    List<Span> all() {
        List<Span> spans = new ArrayList<>();
        for (int i = 0; i <= changes.size(); i++) {
            spans.add(new Span(i, midnight(start(i)), i == changes.size() ? period.end() : midnight(changes.get(i))));
        }
        return spans;
    }

    LocalDate start(long span) {
        return span == 0 ? period.from() : changes.get((int) span - 1);
    }

    /** In which of them a quarter hour is, told to the database. */
    Field<Long> of(Field<Long> quarter) {
        // The quarter as well, as a constant is nothing to group by.
        Field<Long> span =
                when(quarter.ge(inline(0L)), inline((long) changes.size())).otherwise(inline(0L));
        for (int i = changes.size() - 1; i >= 0; i--) {
            span = when(quarter.lt(inline(Quarters.of(midnight(changes.get(i))))), inline((long) i))
                    .otherwise(span);
        }
        return span;
    }

    private Instant midnight(LocalDate day) {
        return day.atStartOfDay(period.zone()).toInstant();
    }
}
