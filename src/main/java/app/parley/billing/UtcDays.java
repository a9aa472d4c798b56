package app.parley.billing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

/**
 * A stretch of time as whole UTC days, of which there are sums, and what is left of it before and after them, less than
 * a day each.
 *
 * @param first the first of the days
 * @param end not one of them any more; {@code first} where there are none
 */
record UtcDays(LocalDate first, LocalDate end, List<Edge> edges) {

    record Edge(Instant from, Instant until) {

        private boolean isSome() {
            return from.isBefore(until);
        }
    }

    static UtcDays of(Instant from, Instant until) {
        LocalDate first =
                LocalDate.ofInstant(from.minusNanos(1), ZoneOffset.UTC).plusDays(1);
        LocalDate end = LocalDate.ofInstant(until, ZoneOffset.UTC);
        Stream<Edge> edges = first.isBefore(end)
                ? Stream.of(new Edge(from, midnight(first)), new Edge(midnight(end), until))
                : Stream.of(new Edge(from, until));
        return new UtcDays(
                first,
                first.isBefore(end) ? end : first,
                edges.filter(Edge::isSome).toList());
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
