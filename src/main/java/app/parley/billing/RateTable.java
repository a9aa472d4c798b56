package app.parley.billing;

import static java.util.Comparator.comparing;

import app.parley.conversations.Direction;
import app.parley.numbers.NumberId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which rate applies: a number's own before a general one, of those the newest start, for one direction before both. */
final class RateTable {

    private static final Comparator<Rate> FIRST_TO_APPLY = comparing((Rate rate) -> rate.number() == null)
            .thenComparing(Rate::startsAt, Comparator.reverseOrder())
            .thenComparing(rate -> rate.direction() == null);

    private final List<Rate> rates;
    private final Map<Scope, List<Rate>> byScope = new HashMap<>();

    RateTable(List<Rate> rates) {
        this.rates = rates;
    }

    private record Scope(NumberId number, Direction direction) {}

    /** A time before every rate's start has the earliest general one. */
    BigDecimal at(NumberId number, Direction direction, Instant time) {
        List<Rate> inOrder = byScope.computeIfAbsent(
                new Scope(number, direction),
                scope -> rates.stream()
                        .filter(rate -> rate.appliesTo(number, direction))
                        .sorted(FIRST_TO_APPLY)
                        .toList());
        return inOrder.stream()
                .filter(rate -> !rate.startsAt().isAfter(time))
                .findFirst()
                .orElseGet(inOrder::getLast)
                .amount();
    }

    /** What applies in a stretch of time; the last one never ends, the first one never began. */
    record Stretch(@Nullable Instant from, @Nullable Instant until, BigDecimal rate) {}

    List<Stretch> stretches(NumberId number, Direction direction) {
        List<Instant> starts =
                rates.stream().map(Rate::startsAt).distinct().sorted().toList();
        List<Stretch> stretches = new ArrayList<>();
        for (int i = 0; i < starts.size(); i++) {
            stretches.add(new Stretch(
                    i == 0 ? null : starts.get(i),
                    i + 1 == starts.size() ? null : starts.get(i + 1),
                    at(number, direction, starts.get(i))));
        }
        return stretches;
    }
}
