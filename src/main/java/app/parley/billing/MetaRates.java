package app.parley.billing;

import app.parley.audit.AuditAction;
import app.parley.audit.AuditLog;
import app.parley.team.AgentId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The table of what WhatsApp charges. For admins: others are refused. For each country, category and type it has, a new
 * table holds from its first day on, in place of all that was known from then on; what was before stays.
 */
@Service
@Transactional
public class MetaRates {

    private static final Comparator<RateChange> ORDER =
            Comparator.comparing(RateChange::kind).thenComparing(RateChange::startsOn);

    private final MetaRateRepository repository;
    private final BillingRights rights;
    private final Business business;
    private final AuditLog audit;
    private final Clock clock;

    MetaRates(MetaRateRepository repository, BillingRights rights, Business business, AuditLog audit, Clock clock) {
        this.repository = repository;
        this.rights = rights;
        this.business = business;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public MetaRateSummary summary(AgentId admin) {
        rights.requireAdmin(admin);
        return repository.summary();
    }

    /** Reads a table, CSV with a heading, and says what it would change; changes nothing. */
    @Transactional(readOnly = true)
    public RatePlan plan(AgentId admin, byte[] file) {
        rights.requireAdmin(admin);
        RateFile read = RateFileReader.read(file, business.currency());
        return read.errors().isEmpty() ? plan(read.rates()) : RatePlan.of(read.errors());
    }

    /** @return whether it was applied; not, if the rates have changed since it was planned */
    public boolean apply(AgentId admin, RatePlan plan) {
        rights.requireAdmin(admin);
        if (!plan.isWhole() || !plan(plan.rates()).changes().equals(plan.changes())) {
            return false;
        }
        repository.delete(plan.changes().stream()
                .filter(change -> change.before() != null)
                .map(change -> new MetaRate(change.kind(), change.startsOn(), change.before()))
                .toList());
        repository.insert(plan.changes().stream()
                .filter(change -> change.now() != null)
                .map(change -> new MetaRate(change.kind(), change.startsOn(), change.now()))
                .toList());
        String what = plan.rates().size() + " rates, " + plan.changes().size() + " changes";
        audit.record(AuditAction.META_RATES_IMPORTED, admin.value(), null, what);
        return true;
    }

    private RatePlan plan(List<MetaRate> rates) {
        Map<MetaKind, LocalDate> first = new HashMap<>();
        rates.forEach(rate -> first.merge(rate.kind(), rate.startsOn(), MetaRates::earlier));
        Map<RateKey, MetaRate> replaced = repository.all().stream()
                .filter(rate -> Optional.ofNullable(first.get(rate.kind()))
                        .filter(day -> !rate.startsOn().isBefore(day))
                        .isPresent())
                .collect(Collectors.toMap(RateKey::of, rate -> rate));
        List<RateChange> changes = new ArrayList<>();
        int same = 0;
        for (MetaRate rate : rates) {
            MetaRate before = replaced.remove(RateKey.of(rate));
            if (before != null && before.amount().compareTo(rate.amount()) == 0) {
                same++;
            } else {
                changes.add(new RateChange(
                        rate.kind(), rate.startsOn(), before == null ? null : before.amount(), rate.amount()));
            }
        }
        replaced.values()
                .forEach(gone -> changes.add(new RateChange(gone.kind(), gone.startsOn(), gone.amount(), null)));
        changes.sort(ORDER);
        LocalDate past = past(changes);
        return new RatePlan(
                rates, List.of(), List.copyOf(changes), same, past, past == null ? 0 : priced(changes, past));
    }

    private @Nullable LocalDate past(List<RateChange> changes) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), business.zone());
        return changes.stream()
                .map(RateChange::startsOn)
                .filter(day -> !day.isAfter(today))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private long priced(List<RateChange> changes, LocalDate past) {
        Set<MetaKind> kinds = changes.stream().map(RateChange::kind).collect(Collectors.toSet());
        long since = Quarters.of(past.atStartOfDay(business.zone()).toInstant());
        return repository.messagesSince(since).entrySet().stream()
                .filter(counted -> kinds.contains(counted.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
