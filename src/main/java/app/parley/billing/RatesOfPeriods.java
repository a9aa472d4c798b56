package app.parley.billing;

import app.parley.conversations.Direction;
import app.parley.numbers.NumberId;
import app.parley.numbers.Numbers;
import app.parley.numbers.PhoneNumberEntry;
import app.parley.team.AgentId;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which rates applied in a period, for admins. */
@Service
@Transactional(readOnly = true)
public class RatesOfPeriods {

    private final BillingRights rights;
    private final RateRepository rates;
    private final Numbers numbers;
    private final Clock clock;

    RatesOfPeriods(BillingRights rights, RateRepository rates, Numbers numbers, Clock clock) {
        this.rights = rights;
        this.rates = rates;
        this.numbers = numbers;
        this.clock = clock;
    }

    /** @param number null: of all that there are, and of the general rate when there are none */
    public AppliedRates applied(AgentId admin, Period period, @Nullable NumberId number) {
        rights.requireSight(admin);
        List<Rate> all = rates.all();
        List<Instant> changes = changes(all, period);
        List<NumberId> whose = number == null
                ? numbers.all().stream().map(PhoneNumberEntry::id).toList()
                : List.of(number);
        RateTable table = new RateTable(all);
        return new AppliedRates(
                amounts(table, whose, Direction.INBOUND, changes), amounts(table, whose, Direction.OUTBOUND, changes));
    }

    /** The period's beginning, and when a rate started in what has passed of it. */
    private List<Instant> changes(List<Rate> all, Period period) {
        Instant now = clock.instant();
        return Stream.concat(
                        Stream.of(period.start()),
                        all.stream()
                                .map(Rate::startsAt)
                                .filter(start -> start.isAfter(period.start())
                                        && start.isBefore(period.end())
                                        && !start.isAfter(now)))
                .toList();
    }

    private static SortedSet<BigDecimal> amounts(
            RateTable table, List<NumberId> numbers, Direction direction, List<Instant> times) {
        SortedSet<BigDecimal> amounts = new TreeSet<>();
        numbers.forEach(number -> times.forEach(time -> amounts.add(table.at(number, direction, time))));
        return amounts;
    }
}
