package app.parley.billing;

import app.parley.cloudapi.GraphException;
import app.parley.cloudapi.PricedVolume;
import app.parley.cloudapi.PricingAnalytics;
import app.parley.numbers.Accounts;
import app.parley.numbers.Numbers;
import app.parley.numbers.PhoneNumberEntry;
import app.parley.team.AgentId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Compares our counts with WhatsApp's own, where an account allows it. For admins who see billing: others are refused. */
@Service
public class MetaComparisons {

    private final ComparisonStore store;
    private final PricingAnalytics analytics;
    private final Accounts accounts;
    private final Numbers numbers;
    private final BillingRights rights;
    private final Clock clock;

    MetaComparisons(
            ComparisonStore store,
            PricingAnalytics analytics,
            Accounts accounts,
            Numbers numbers,
            BillingRights rights,
            Clock clock) {
        this.store = store;
        this.analytics = analytics;
        this.accounts = accounts;
        this.numbers = numbers;
        this.rights = rights;
        this.clock = clock;
    }

    /** Asks WhatsApp about each account, and keeps what it says. Blocks while it answers. */
    @Transactional(propagation = Propagation.NEVER)
    public List<MetaComparison> compare(AgentId admin, Period period) {
        rights.requireAdmin(admin);
        rights.requireSight(admin);
        List<PhoneNumberEntry> all = numbers.all();
        return all.stream()
                .map(PhoneNumberEntry::wabaId)
                .distinct()
                .sorted()
                .map(account -> compare(admin, period, account, all))
                .toList();
    }

    private MetaComparison compare(AgentId admin, Period period, String account, List<PhoneNumberEntry> all) {
        Optional<String> token = accounts.accessToken(account);
        MetaComparison comparison;
        // Ours last: what arrives while WhatsApp counts is told to us later than to itself.
        try {
            PricedVolume theirs = analytics.of(
                    account,
                    token.orElseThrow(() -> new IllegalStateException("There is no access token for this account")),
                    period.start(),
                    period.end());
            comparison = new MetaComparison(
                    account,
                    now(),
                    store.confirmed(period, account, all),
                    theirs.messages(),
                    theirs.cost(),
                    theirs.currency(),
                    null);
        } catch (GraphException | IllegalStateException e) {
            comparison = new MetaComparison(
                    account, now(), store.confirmed(period, account, all), null, null, null, e.getMessage());
        }
        store.keep(admin, period, comparison);
        return comparison;
    }

    private Instant now() {
        return clock.instant();
    }

    /** How certain a period's charges are; of all numbers. */
    @Transactional(readOnly = true)
    public MetaState state(AgentId admin, Period period) {
        rights.requireSight(admin);
        return store.state(period, numbers.all());
    }
}
