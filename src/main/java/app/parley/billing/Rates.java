package app.parley.billing;

import app.parley.audit.AuditAction;
import app.parley.audit.AuditLog;
import app.parley.conversations.Direction;
import app.parley.numbers.NumberId;
import app.parley.team.AgentId;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What messages cost, from when on. Rates are added, for later; none is ever changed. For admins: others are refused. */
@Service
@Transactional
public class Rates {

    public static final BigDecimal HIGHEST = new BigDecimal(1000);

    public static final int PLACES = 6;

    /** Whoever is charging a message at this moment must not find out later that another rate applied. */
    public static final Duration SOONEST = Duration.ofMinutes(1);

    private final RateRepository repository;
    private final BillingRights rights;
    private final NameRepository names;
    private final Business business;
    private final AuditLog audit;
    private final Clock clock;

    Rates(
            RateRepository repository,
            BillingRights rights,
            NameRepository names,
            Business business,
            AuditLog audit,
            Clock clock) {
        this.repository = repository;
        this.rights = rights;
        this.names = names;
        this.business = business;
        this.audit = audit;
        this.clock = clock;
    }

    /** All there ever were, the oldest start first. */
    @Transactional(readOnly = true)
    public List<Rate> all(AgentId admin) {
        rights.requireAdmin(admin);
        return repository.all();
    }

    /**
     * Adds a rate.
     *
     * @param number null: for every number that has no rate of its own
     * @param direction null: both
     * @param startsAt cut to microseconds; a minute from now or later
     * @throws RateRefusedException with the reason
     */
    public Rate add(
            AgentId admin,
            @Nullable NumberId number,
            @Nullable Direction direction,
            BigDecimal amount,
            Instant startsAt) {
        rights.requireAdmin(admin);
        Instant now = clock.instant();
        Instant start = startsAt.truncatedTo(ChronoUnit.MICROS);
        requireSane(amount);
        if (start.isBefore(now.plus(SOONEST))) {
            throw new RateRefusedException(RateRefusal.PAST);
        }
        if (repository.exists(number, direction, start)) {
            throw new RateRefusedException(RateRefusal.TAKEN);
        }
        try {
            Rate added = repository.insert(number, direction, amount, start, admin, now);
            String which = direction == null ? "" : " " + direction;
            String what = amount.toPlainString() + which + " from " + words(start);
            audit.record(
                    AuditAction.RATE_ADDED,
                    admin.value(),
                    number == null ? null : names.numbers().get(number),
                    what);
            return added;
        } catch (DuplicateKeyException e) {
            throw new RateRefusedException(RateRefusal.TAKEN); // Another admin was faster.
        }
    }

    /** As the business's calendar has it: a day, or a time of it where it is no midnight there. */
    private String words(Instant start) {
        ZonedDateTime there = start.atZone(business.zone());
        LocalDate day = there.toLocalDate();
        return there.equals(day.atStartOfDay(business.zone()))
                ? day.toString()
                : there.toOffsetDateTime().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static void requireSane(BigDecimal amount) {
        if (amount.signum() < 0) {
            throw new RateRefusedException(RateRefusal.NEGATIVE);
        }
        if (amount.compareTo(HIGHEST) > 0) {
            throw new RateRefusedException(RateRefusal.ABSURD);
        }
        if (amount.stripTrailingZeros().scale() > PLACES) {
            throw new RateRefusedException(RateRefusal.TOO_FINE);
        }
    }
}
