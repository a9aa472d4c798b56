package app.parley.billing;

import app.parley.audit.AuditAction;
import app.parley.audit.AuditLog;
import app.parley.numbers.NumberId;
import app.parley.team.AgentId;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What admins want to spend on session fees in a month, in total and by number. Who may neither see nor set them is refused. */
@Service
@Transactional
public class Budgets {

    public static final BigDecimal HIGHEST = new BigDecimal(1_000_000_000);

    private final BudgetRepository repository;
    private final FeeRepository fees;
    private final NameRepository names;
    private final BillingRights rights;
    private final Business business;
    private final AuditLog audit;
    private final Clock clock;

    Budgets(
            BudgetRepository repository,
            FeeRepository fees,
            NameRepository names,
            BillingRights rights,
            Business business,
            AuditLog audit,
            Clock clock) {
        this.repository = repository;
        this.fees = fees;
        this.names = names;
        this.rights = rights;
        this.business = business;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether they may see how the budgets stand. */
    @Transactional(readOnly = true)
    public boolean areSeenBy(AgentId agent) {
        return rights.see(agent);
    }

    /** How the budgets stand in the month that is running by the business's clocks; the total one first. */
    @Transactional(readOnly = true)
    public List<BudgetStanding> standings(AgentId admin) {
        return standings(admin, YearMonth.from(clock.instant().atZone(business.zone())));
    }

    @Transactional(readOnly = true)
    public List<BudgetStanding> standings(AgentId admin, YearMonth month) {
        rights.requireSight(admin);
        List<Budget> all = repository.all();
        if (all.isEmpty()) {
            return List.of();
        }
        Map<NumberId, BigDecimal> spent = fees.byNumber(Period.month(month, business.zone()), null).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, of -> of.getValue().fees()));
        BigDecimal inTotal = spent.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        Map<NumberId, String> called = names.numbers();
        Map<String, BudgetStanding> byName = new TreeMap<>();
        List<BudgetStanding> standings = new ArrayList<>();
        for (Budget budget : all) {
            NumberId number = budget.number();
            if (number == null) {
                standings.add(new BudgetStanding(null, "", budget.amount(), inTotal));
            } else {
                String name = called.getOrDefault(number, "");
                byName.put(
                        name + number.value(),
                        new BudgetStanding(number, name, budget.amount(), spent.getOrDefault(number, BigDecimal.ZERO)));
            }
        }
        standings.addAll(byName.values());
        return standings;
    }

    /**
     * @param number null: in total
     * @param amount null: none any more
     * @throws IllegalArgumentException unless it is more than nothing, at most {@link #HIGHEST}, with six places at most
     */
    public void set(AgentId admin, @Nullable NumberId number, @Nullable BigDecimal amount) {
        rights.requireAdmin(admin);
        if (amount != null
                && (amount.signum() <= 0
                        || amount.compareTo(HIGHEST) > 0
                        || amount.stripTrailingZeros().scale() > Rates.PLACES)) {
            throw new IllegalArgumentException("Not a budget: " + amount);
        }
        repository.set(number, amount);
        String which = number == null ? null : names.numbers().get(number);
        audit.record(AuditAction.BUDGET_SET, admin.value(), which, amount == null ? "-" : amount.toPlainString());
    }
}
