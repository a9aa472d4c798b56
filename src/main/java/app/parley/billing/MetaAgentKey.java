package app.parley.billing;

import static java.util.Comparator.comparing;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** Of one row of counts by agent and UTC day. */
record MetaAgentKey(LocalDate day, long number, long agent, MetaKind kind) implements Comparable<MetaAgentKey> {

    private static final Comparator<MetaAgentKey> ORDER = comparing(MetaAgentKey::day)
            .thenComparingLong(MetaAgentKey::number)
            .thenComparingLong(MetaAgentKey::agent)
            .thenComparing(MetaAgentKey::kind);

    List<Object> columns() {
        return List.of(day, number, agent, kind.country(), kind.category(), kind.type());
    }

    @Override
    public int compareTo(MetaAgentKey other) {
        return ORDER.compare(this, other);
    }
}
