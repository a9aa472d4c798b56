package app.parley.billing;

import app.parley.audit.AuditAction;
import app.parley.audit.AuditLog;
import app.parley.team.AgentId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Recomputes the ledger from messages, their states and the rates, and its sums from the ledger, and shows every
 * difference; corrects nothing. In pieces, while messages come and go: each piece is one look at the database.
 */
@Service
public class Reconciliation {

    private static final Logger log = LoggerFactory.getLogger(Reconciliation.class);

    /** Message ids in a piece. */
    private static final long IDS = 100_000;

    /** Quarter hours in a piece: a week. */
    private static final long QUARTERS = 4 * 24 * 7;

    private static final int SAMPLE = 40;

    private final ReconciliationRepository repository;
    private final SumCheckRepository sums;
    private final MetaCheckRepository meta;
    private final RateRepository rates;
    private final BillingRights rights;
    private final AuditLog audit;
    private final TransactionTemplate look;
    private final TransactionTemplate write;
    private final Clock clock;

    Reconciliation(
            ReconciliationRepository repository,
            SumCheckRepository sums,
            MetaCheckRepository meta,
            RateRepository rates,
            BillingRights rights,
            AuditLog audit,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.repository = repository;
        this.sums = sums;
        this.meta = meta;
        this.rates = rates;
        this.rights = rights;
        this.audit = audit;
        this.look = new TransactionTemplate(transactions);
        this.look.setReadOnly(true);
        this.write = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Takes seconds for a million messages. For admins who see billing: others are refused. */
    public Reconciled run(AgentId admin) {
        rights.requireAdmin(admin);
        rights.requireSight(admin);
        Reconciled found = compared();
        write.executeWithoutResult(status -> {
            repository.keep(found);
            audit.record(AuditAction.LEDGER_RECONCILED, admin.value(), null, "differences: " + found.differences());
        });
        return found;
    }

    /** What the last one found; empty: there was none. For whom may see billing: others are refused. */
    public Optional<Reconciled> last(AgentId admin) {
        rights.requireSight(admin);
        return last();
    }

    /** As {@link #last(AgentId)}, for screens that only admins see. */
    public Optional<Reconciled> last() {
        return Optional.ofNullable(look.execute(status -> repository.last().orElse(null)));
    }

    @Scheduled(cron = "0 30 3 * * *", zone = "${parley.time-zone:}")
    void nightly() {
        Reconciled found = run();
        if (!found.agrees()) {
            log.error("The ledger differs from the messages in {} places: {}", found.differences(), found.sample());
        }
    }

    Reconciled run() {
        Reconciled found = compared();
        write.executeWithoutResult(status -> repository.keep(found));
        return found;
    }

    private Reconciled compared() {
        Instant started = clock.instant();
        Extent extent = looked(repository::extent);
        List<Difference> differences = new ArrayList<>();
        for (long from = extent.firstId(); from <= extent.lastId(); from += IDS) {
            long first = from;
            differences.addAll(looked(() -> repository.ofMessages(first, first + IDS)));
        }
        differences.addAll(looked(() -> repository.ofRates(rates.table())));
        for (long from = extent.firstQuarter(); from <= extent.lastQuarter(); from += QUARTERS) {
            long first = from;
            differences.addAll(looked(() -> sums.ofQuarters(first, first + QUARTERS)));
            differences.addAll(looked(() -> sums.ofAgents(first, first + QUARTERS)));
            differences.addAll(looked(() -> sums.ofDays(first, first + QUARTERS)));
            differences.addAll(looked(() -> meta.between(first, first + QUARTERS)));
        }
        return new Reconciled(
                started,
                clock.instant(),
                extent.messages(),
                extent.entries(),
                differences.size(),
                differences.stream().limit(SAMPLE).map(Difference::toString).toList());
    }

    private <T> T looked(Supplier<T> question) {
        return Objects.requireNonNull(look.execute(status -> question.get()));
    }

    /**
     * How far messages and entries reach; whole UTC days.
     *
     * @param lastQuarter included
     */
    record Extent(long messages, long entries, long firstId, long lastId, long firstQuarter, long lastQuarter) {}
}
