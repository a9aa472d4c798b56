package app.parley.billing;

import app.parley.audit.AuditAction;
import app.parley.audit.AuditLog;
import app.parley.numbers.PhoneNumberEntry;
import app.parley.team.AgentId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Our side of a comparison with WhatsApp, and what came of it. */
@Component
@Transactional
class ComparisonStore {

    private final MetaCountRepository counts;
    private final ComparisonRepository comparisons;
    private final AuditLog audit;

    ComparisonStore(MetaCountRepository counts, ComparisonRepository comparisons, AuditLog audit) {
        this.counts = counts;
        this.comparisons = comparisons;
        this.audit = audit;
    }

    @Transactional(readOnly = true)
    public long confirmed(Period period, String account, List<PhoneNumberEntry> numbers) {
        return numbers.stream()
                .filter(number -> number.wabaId().equals(account))
                .mapToLong(number -> counts.progress(period, number.id()).confirmed())
                .sum();
    }

    void keep(AgentId admin, Period period, MetaComparison comparison) {
        comparisons.keep(period, comparison);
        audit.record(
                AuditAction.META_COMPARED, admin.value(), comparison.wabaId(), period.from() + " to " + period.to());
    }

    @Transactional(readOnly = true)
    public MetaState state(Period period, List<PhoneNumberEntry> numbers) {
        MetaProgress progress = counts.progress(period, null);
        Set<String> agreed = comparisons.of(period).stream()
                // A later message makes an earlier comparison void, and so does the end of the period.
                .filter(MetaComparison::agrees)
                .filter(it -> !it.comparedAt().isBefore(period.end()))
                .filter(it -> it.ours() == confirmed(period, it.wabaId(), numbers))
                .map(MetaComparison::wabaId)
                .collect(Collectors.toSet());
        boolean all = !numbers.isEmpty()
                && numbers.stream().map(PhoneNumberEntry::wabaId).allMatch(agreed::contains);
        if (all) {
            return MetaState.RECONCILED;
        }
        return progress.confirmed() == progress.messages() ? MetaState.CONFIRMED : MetaState.ESTIMATED;
    }
}
