package app.parley.billing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

/**
 * A stretch of time as whole UTC days, of which there are sums, and what it has more or less than these at its two ends:
 * twelve hours each at most, unless it is hardly longer than that itself.
 *
 * @param first the first of the days
 * @param end not one of them any more; {@code first} where there are none
 */
record UtcDays(LocalDate first, LocalDate end, List<Edge> edges) {

    private static final long HALF_A_DAY_IN_SECONDS = 43_200;

    /** @param sign 1 where it comes on top of the days, -1 where it is to be taken off them */
    record Edge(Instant from, Instant until, int sign) {

        private boolean isSome() {
            return from.isBefore(until);
        }
    }

    /** The days nearest to it. */
    static UtcDays of(Instant from, Instant until) {
        return of(from, until, nearestMidnight(from), nearestMidnight(until));
    }

    /** Only days that are within it as a whole, so that nothing is to be taken off; an edge is up to a day. */
    static UtcDays within(Instant from, Instant until) {
        LocalDate first =
                LocalDate.ofInstant(from.minusNanos(1), ZoneOffset.UTC).plusDays(1);
        return of(from, until, first, LocalDate.ofInstant(until, ZoneOffset.UTC));
    }

    private static UtcDays of(Instant from, Instant until, LocalDate first, LocalDate end) {
        if (!first.isBefore(end)) {
            return new UtcDays(
                    first,
                    first,
                    Stream.of(new Edge(from, until, 1)).filter(Edge::isSome).toList());
        }
        return new UtcDays(
                first,
                end,
                Stream.of(
                                new Edge(from, midnight(first), 1),
                                new Edge(midnight(first), from, -1),
                                new Edge(midnight(end), until, 1),
                                new Edge(until, midnight(end), -1))
                        .filter(Edge::isSome)
                        .toList());
    }

    private static LocalDate nearestMidnight(Instant time) {
        return LocalDate.ofInstant(time.plusSeconds(HALF_A_DAY_IN_SECONDS), ZoneOffset.UTC);
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
