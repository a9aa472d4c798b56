package app.parley.billing;

import static java.util.Comparator.comparingLong;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** Of one row of counts by conversation and UTC day. */
record MetaDayKey(long conversation, LocalDate day, MetaKind kind) implements Comparable<MetaDayKey> {

    private static final Comparator<MetaDayKey> ORDER = comparingLong(MetaDayKey::conversation)
            .thenComparing(MetaDayKey::day)
            .thenComparing(MetaDayKey::kind);

    List<Object> columns() {
        return List.of(conversation, day, kind.country(), kind.category(), kind.type());
    }

    @Override
    public int compareTo(MetaDayKey other) {
        return ORDER.compare(this, other);
    }
}
