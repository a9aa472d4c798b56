package app.parley.billing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** WhatsApp's rates, by the day from which each holds. */
final class MetaRateTable {

    private final Map<MetaKind, NavigableMap<LocalDate, BigDecimal>> rates = new HashMap<>();

    MetaRateTable(List<MetaRate> all) {
        all.forEach(rate ->
                rates.computeIfAbsent(rate.kind(), kind -> new TreeMap<>()).put(rate.startsOn(), rate.amount()));
    }

    /** Empty where we know none, which is not to say that it is free. */
    Optional<BigDecimal> on(MetaKind kind, LocalDate day) {
        return Optional.ofNullable(rates.get(kind))
                .map(ofKind -> ofKind.floorEntry(day))
                .map(Map.Entry::getValue);
    }
}
