package app.parley.billing;

import static org.assertj.core.api.Assertions.assertThat;

import app.parley.Given;
import app.parley.MutableClock;
import app.parley.ParleyTest;
import app.parley.audit.AuditLog;
import app.parley.team.AgentId;
import app.parley.team.AuditFilter;
import app.parley.team.AuditLine;
import app.parley.team.AuditTrail;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@ParleyTest
class RatesTest {

    private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");
    private static final LocalDate NEW_YEAR = LocalDate.of(2027, 1, 1);

    @Autowired
    private Given given;

    @Autowired
    private RateRepository repository;

    @Autowired
    private BillingRights rights;

    @Autowired
    private NameRepository names;

    @Autowired
    private AuditLog audit;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private MutableClock clock;

    @Autowired
    private TransactionTemplate transaction;

    private AgentId carla;

    @BeforeEach
    void carlaIsAdmin() {
        carla = given.admin("Carla");
    }

    @Test
    void theAuditLogNamesTheDayOfTheBusinessOnWhichARateBegins() {
        assertThat(writtenDownOf(NEW_YEAR.atStartOfDay(MADRID).toInstant())).isEqualTo("0.007 from 2027-01-01");
    }

    @Test
    void aRateThatBeginsInTheMiddleOfADayIsWrittenDownWithItsTime() {
        assertThat(writtenDownOf(NEW_YEAR.atTime(9, 30).atZone(MADRID).toInstant()))
                .isEqualTo("0.007 from 2027-01-01T09:30+01:00");
    }

    private String writtenDownOf(Instant start) {
        Business madrid = new Business(MADRID, Currency.getInstance("USD"));
        Rates rates = new Rates(repository, rights, names, madrid, audit, clock);
        transaction.executeWithoutResult(status -> rates.add(carla, null, null, new BigDecimal("0.007"), start));
        AuditLine newest = trail.page(carla, AuditFilter.ALL, null, 1).getFirst();
        return String.valueOf(newest.detail());
    }
}
