package app.parley.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.parley.DatabaseTest;
import app.parley.Given;
import app.parley.conversations.ConversationId;
import app.parley.conversations.RefusedException;
import app.parley.numbers.NumberId;
import app.parley.team.AgentId;
import java.math.BigDecimal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DatabaseTest
class BudgetTest {

    @Autowired
    private Given given;

    @Autowired
    private Budgets budgets;

    @Autowired
    private BillingSettings settings;

    @Autowired
    private ConversationCosts costs;

    private AgentId carla;
    private NumberId bakery;

    @BeforeEach
    void aBakery() {
        carla = given.admin("carla");
        bakery = given.pausedNumber(Given.BAKERY);
    }

    private void writes(int times) {
        for (int i = 0; i < times; i++) {
            given.writes(bakery, Given.MARTA, "Bread no. " + i);
        }
    }

    @Test
    void aBudgetWarnsAtEightyPercentAndAtAHundred() {
        budgets.set(carla, null, new BigDecimal("0.05"));
        budgets.set(carla, bakery, new BigDecimal("0.1"));
        writes(7);
        assertThat(budgets.standings(carla)).extracting(BudgetStanding::alert).containsExactly(Alert.NONE, Alert.NONE);
        writes(1);
        assertThat(budgets.standings(carla)).extracting(BudgetStanding::alert).containsExactly(Alert.NEAR, Alert.NONE);
        writes(2);
        assertThat(budgets.standings(carla))
                .extracting(BudgetStanding::alert)
                .containsExactly(Alert.REACHED, Alert.NONE);
        assertThat(budgets.standings(carla)).extracting(BudgetStanding::percent).containsExactly(100, 50);
    }

    @Test
    void aBudgetIsChangedAndTakenAway() {
        budgets.set(carla, null, new BigDecimal("10"));
        budgets.set(carla, null, new BigDecimal("20"));
        assertThat(budgets.standings(carla))
                .singleElement()
                .satisfies(it -> assertThat(it.budget()).isEqualByComparingTo("20"));
        budgets.set(carla, null, null);
        assertThat(budgets.standings(carla)).isEmpty();
        assertThatThrownBy(() -> budgets.set(carla, null, BigDecimal.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void agentsSeeWhatAConversationCostsOnlyWhereAnAdminLetsThem() {
        ConversationId marta = given.writes(bakery, Given.MARTA, "When do you open?");
        AgentId ben = given.agent("ben");
        assertThat(costs.of(ben, marta)).isEmpty();
        assertThatThrownBy(() -> settings.agentsSeeCost(ben, true)).isInstanceOf(RefusedException.class);
        settings.agentsSeeCost(carla, true);
        assertThat(costs.of(ben, marta)).hasValueSatisfying(cost -> {
            assertThat(cost.messages()).isEqualTo(1);
            assertThat(cost.fees()).isEqualByComparingTo("0.005");
        });
        assertThat(costs.of(new AgentId(4711), marta)).isEmpty();
        settings.agentsSeeCost(carla, false);
        assertThat(costs.of(ben, marta)).isEmpty();
    }
}
