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

    static UtcDays of(Instant from, Instant until) {
        LocalDate first = nearestMidnight(from);
        LocalDate end = nearestMidnight(until);
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
