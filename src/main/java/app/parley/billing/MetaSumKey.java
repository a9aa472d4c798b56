package app.parley.billing;

import static java.util.Comparator.comparingLong;

import java.util.Comparator;
import java.util.List;

/** Of one row of counts; the quarter hour is one of {@link Quarters}. */
record MetaSumKey(long quarter, long number, MetaKind kind) implements Comparable<MetaSumKey> {

    private static final Comparator<MetaSumKey> ORDER = comparingLong(MetaSumKey::quarter)
            .thenComparingLong(MetaSumKey::number)
            .thenComparing(MetaSumKey::kind);

    List<Object> columns() {
        return List.of(quarter, number, kind.country(), kind.category(), kind.type());
    }

    @Override
    public int compareTo(MetaSumKey other) {
        return ORDER.compare(this, other);
    }
}
