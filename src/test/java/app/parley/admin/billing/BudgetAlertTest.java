package app.parley.admin.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.parley.Given;
import app.parley.ParleyTest;
import app.parley.billing.Budgets;
import app.parley.numbers.NumberId;
import app.parley.team.AgentId;
import app.parley.team.SignedIn;
import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.QueryParameters;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** An admin is warned on the billing page before a month's budget is spent, and when it is. */
@ParleyTest
@ViewPackages(classes = BillingView.class)
class BudgetAlertTest extends SpringBrowserlessTest {

    @Autowired
    private Given given;

    @Autowired
    private Budgets budgets;

    private AgentId carla = new AgentId(0);
    private NumberId bakery;
    private int written;

    private record Me(AgentId agentId) implements SignedIn {}

    @BeforeEach
    void carlaIsAdmin() {
        carla = given.admin("Carla");
        SecurityContextHolder.getContext()
                .setAuthentication(
                        new TestingAuthenticationToken(new Me(carla), "", "ROLE_ADMIN", "ROLE_AGENT", "ROLE_BILLING"));
        bakery = given.pausedNumber(Given.BAKERY);
    }

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void belowEightyPercentNothingIsSaid() {
        budgets.set(carla, null, new BigDecimal("0.05"));
        writes(7);
        open("");
        assertThat(alerts()).isEmpty();
    }

    @Test
    void fromEightyPercentOnThePageWarns() {
        budgets.set(carla, null, new BigDecimal("0.05"));
        writes(8);
        open("");
        assertThat(alerts()).containsExactly("All numbers: 80% of the $0.05 budget for November 2026 is spent.");
    }

    @Test
    void fromAHundredPercentOnThePageSaysThatTheBudgetIsUsedUp() {
        budgets.set(carla, null, new BigDecimal("0.05"));
        writes(10);
        open("");
        assertThat(alerts())
                .containsExactly("All numbers: the $0.05 budget for November 2026 is used up. 100% of it is spent.");
    }

    @Test
    void theBudgetOfOneNumberIsSaidByItsNameWhateverIsLookedAt() {
        NumberId catering = given.pausedNumber(Given.CATERING);
        budgets.set(carla, null, new BigDecimal("100"));
        budgets.set(carla, bakery, new BigDecimal("0.015"));
        budgets.set(carla, catering, new BigDecimal("0.01"));
        writes(3);
        open("by=day&number=" + Given.CATERING);
        assertThat(alerts()).singleElement().asString().startsWith("Number " + Given.BAKERY + ": the $0.015 budget");
    }

    @Test
    void aMonthThatIsOverTellsOfItsOwn() {
        budgets.set(carla, null, new BigDecimal("0.05"));
        writes(10);
        open("month=2026-10");
        assertThat(alerts()).isEmpty();
    }

    private void writes(int times) {
        for (int i = 0; i < times; i++) {
            given.writes(bakery, Given.MARTA, "Bread no. " + written++);
        }
    }

    /** And waits until it has been read; what is read away from the page arrives by push. */
    private void open(String query) {
        UI.getCurrent().navigate(BillingView.class, QueryParameters.fromString(query));
        await().pollInSameThread().atMost(Duration.ofSeconds(30)).until(() -> {
            roundTrip();
            return find(Tile.class).all().size() == 4;
        });
    }

    private List<String> alerts() {
        return find(Paragraph.class).withClassName("budget-alert").all().stream()
                .map(Paragraph::getText)
                .toList();
    }
}
