package app.parley.billing;

import java.time.Instant;
import java.util.List;

/**
 * What comparing the ledger with everything it follows from found.
 *
 * @param messages how many were looked at
 * @param entries how many were looked at
 * @param differences how many were found; {@code sample} names the first of them
 */
public record Reconciled(
        Instant startedAt, Instant finishedAt, long messages, long entries, long differences, List<String> sample) {

    public boolean agrees() {
        return differences == 0;
    }
}
