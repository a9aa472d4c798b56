package app.parley.billing;

import java.math.BigDecimal;
import java.util.SortedSet;

/** What a message cost in a period, each amount once, the lowest first. */
public record AppliedRates(SortedSet<BigDecimal> inbound, SortedSet<BigDecimal> outbound) {

    /** Whether every message cost the same, either way. */
    public boolean areOne() {
        return areOneEachWay() && inbound.first().compareTo(outbound.first()) == 0;
    }

    public boolean areOneEachWay() {
        return inbound.size() == 1 && outbound.size() == 1;
    }
}
