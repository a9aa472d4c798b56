package app.parley.billing;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * What WhatsApp counted of an account in a period beside what we did.
 *
 * @param wabaId the account's
 * @param ours messages of which WhatsApp told a price and that arrived
 * @param theirs null when WhatsApp did not say, for the reason given in {@code trouble}
 * @param cost null when WhatsApp did not say
 * @param currency what the cost is in, which need not be ours; null when WhatsApp did not say
 */
public record MetaComparison(
        String wabaId,
        Instant comparedAt,
        long ours,
        @Nullable Long theirs,
        @Nullable BigDecimal cost,
        @Nullable Currency currency,
        @Nullable String trouble) {

    public boolean agrees() {
        return theirs != null && theirs == ours;
    }
}
