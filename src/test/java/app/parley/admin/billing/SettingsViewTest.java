package app.parley.admin.billing;

import static org.assertj.core.api.Assertions.assertThat;

import app.parley.Given;
import app.parley.ParleyTest;
import app.parley.billing.BillingSettings;
import app.parley.billing.BudgetStanding;
import app.parley.billing.Budgets;
import app.parley.billing.MetaRates;
import app.parley.billing.Rate;
import app.parley.billing.Rates;
import app.parley.team.AgentId;
import app.parley.team.SignedIn;
import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.router.RouteNotFoundError;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

@ParleyTest
@ViewPackages(classes = SettingsView.class)
class SettingsViewTest extends SpringBrowserlessTest {

    @Autowired
    private Given given;

    @Autowired
    private Rates rates;

    @Autowired
    private MetaRates metaRates;

    @Autowired
    private Budgets budgets;

    @Autowired
    private BillingSettings settings;

    private AgentId carla;

    record Me(AgentId agentId) implements SignedIn {}

    @BeforeEach
    void carlaIsAdmin() {
        given.number(Given.BAKERY);
        carla = given.admin("Carla");
        SecurityContextHolder.getContext()
                .setAuthentication(new TestingAuthenticationToken(new Me(carla), "", "ROLE_ADMIN", "ROLE_AGENT"));
    }

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void anAdminAddsARateThatBeginsLater() {
        navigate(SettingsView.class);
        assertThat(page()).contains("The beginning").contains("0.005");
        test(field("Amount")).setValue(new BigDecimal("0.007"));
        test(find(DatePicker.class).single()).setValue(LocalDate.of(2027, 1, 1));
        press("Add rate");
        assertThat(page()).contains("0.007").contains("Carla");
        assertThat(rates.all(carla))
                .extracting(Rate::amount)
                .anySatisfy(amount -> assertThat(amount).isEqualByComparingTo("0.007"));
    }

    @Test
    void aRateThatMakesNoSenseIsRefusedInWords() {
        navigate(SettingsView.class);
        press("Add rate");
        assertThat(field("Amount").getErrorMessage()).isEqualTo("How much does a message cost?");
        test(field("Amount")).setValue(new BigDecimal("-1"));
        test(find(DatePicker.class).single()).setValue(LocalDate.of(2027, 1, 1));
        press("Add rate");
        assertThat(page()).contains("A rate cannot be below zero.");
        assertThat(rates.all(carla)).hasSize(1);
    }

    @Test
    void aTableIsShownBeforeItIsApplied() {
        navigate(SettingsView.class);
        upload("country,category,starts_on,amount,currency\nES,utility,2026-01-01,0.0166,USD\n");
        assertThat(page()).contains("1 new, 0 changed").contains("0.0166");

        assertThat(metaRates.summary(carla).rates()).isZero();
        press("Apply");
        assertThat(page()).contains("The new rates hold.").contains("1 rates for 1 countries");
        assertThat(metaRates.summary(carla).rates()).isEqualTo(1);
    }

    @Test
    void theMistakesOfATableAreSaidByTheirLines() {
        navigate(SettingsView.class);
        upload("country,category,starts_on,amount,currency\nXX,utility,2026-01-01,0.0166,USD\n");
        assertThat(page()).contains("Nothing was imported.").contains("Line 2: “XX” is no country");
    }

    @Test
    void aBudgetHoldsFromTheMomentItIsChanged() {
        navigate(SettingsView.class);
        test(field("In total")).setValue(new BigDecimal("80"));
        assertThat(page()).contains("Saved.").contains("0% used this month");
        assertThat(budgets.standings(carla))
                .extracting(BudgetStanding::budget)
                .singleElement()
                .satisfies(budget -> assertThat(budget).isEqualByComparingTo("80"));
        test(field("In total")).setValue(new BigDecimal("-5"));
        assertThat(field("In total").isInvalid()).isTrue();
        assertThat(budgets.standings(carla)).hasSize(1);
    }

    @Test
    void aBudgetThatIsUsedUpStandsOutFromOneThatNearlyIs() {
        given.writes(given.pausedNumber(Given.BAKERY), Given.MARTA, "Are you open?");
        navigate(SettingsView.class);
        test(field("In total")).setValue(new BigDecimal("0.006"));
        assertThat(standings("near")).singleElement().asString().contains("83%");
        test(field("In total")).setValue(new BigDecimal("0.005"));
        assertThat(standings("reached")).singleElement().asString().contains("100%");
        assertThat(standings("near")).isEmpty();
        test(field("In total")).setValue(new BigDecimal("0.0001"));
        assertThat(standings("reached")).singleElement().asString().contains("5,000%");
    }

    private List<String> standings(String className) {
        return find(Span.class).withClassName("budget-standing", className).all().stream()
                .map(Span::getText)
                .toList();
    }

    @Test
    void anAdminLetsAgentsSeeCosts() {
        navigate(SettingsView.class);
        test(find(Checkbox.class).single()).click();
        assertThat(settings.agentsSeeCost()).isTrue();
    }

    @Test
    void anAgentFindsNoSuchPage() {
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken("x", "", "ROLE_AGENT"));
        navigate("settings", RouteNotFoundError.class);
    }

    private void upload(String text) {
        find(MetaRateSection.class).single().plan(text.getBytes(StandardCharsets.UTF_8));
    }

    private BigDecimalField field(String label) {
        return find(BigDecimalField.class).all().stream()
                .filter(field -> label.equals(field.getLabel()))
                .findFirst()
                .orElseThrow();
    }

    private void press(String text) {
        test(find(Button.class).all().stream()
                        .filter(button -> text.equals(button.getText()))
                        .findFirst()
                        .orElseThrow())
                .click();
    }

    private String page() {
        return find(SettingsView.class).single().getElement().getTextRecursively();
    }
}
