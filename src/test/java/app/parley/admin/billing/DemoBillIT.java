package app.parley.admin.billing;

import static org.assertj.core.api.Assertions.assertThat;

import app.parley.RunningApplication;
import app.parley.billing.Business;
import app.parley.billing.MetaComparison;
import app.parley.billing.MetaComparisons;
import app.parley.billing.Period;
import app.parley.team.AgentId;
import app.parley.team.Team;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;

/** Whoever compares counts in a demo they have not touched reads that both sides agree. */
@RunningApplication
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_CLASS)
class DemoBillIT {

    @Autowired
    Team team;

    @Autowired
    MetaComparisons comparisons;

    @Autowired
    Business business;

    @Autowired
    Clock clock;

    /** Of this month there may be nothing yet. */
    @Test
    void whatsAppHasCountedTheBakerysPastToo() {
        AgentId carla = team.byEmail("carla@bonita.example").orElseThrow().requireId();
        YearMonth month = YearMonth.from(clock.instant().atZone(business.zone()));
        long counted = 0;
        for (YearMonth one : List.of(month.minusMonths(1), month)) {
            List<MetaComparison> found = comparisons.compare(carla, Period.month(one, business.zone()));
            assertThat(found).singleElement().matches(MetaComparison::agrees);
            counted += found.getFirst().ours();
        }
        assertThat(counted).isPositive();
    }
}
