package app.parley.admin.billing;

import app.parley.billing.Alert;
import app.parley.billing.BudgetStanding;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Locale;

/** Which budgets of the month that is shown are nearly or wholly spent, of whatever number. */
final class BudgetAlerts extends Div {

    private final transient Money money;
    private final transient LocalizedFormats words;

    BudgetAlerts(Money money, LocalizedFormats words) {
        this.money = money;
        this.words = words;
        setClassName("budget-alerts");
    }

    void show(BillingPage page) {
        removeAll();
        page.budgets().stream()
                .filter(standing -> standing.alert() != Alert.NONE)
                .forEach(standing -> add(alert(standing, page)));
    }

    private Paragraph alert(BudgetStanding standing, BillingPage page) {
        String whose = standing.number() == null ? getTranslation("billing.all-numbers") : standing.name();
        Paragraph alert = new Paragraph(getTranslation(
                "billing.budget." + standing.alert(),
                words.count(standing.percent()),
                money.brief(standing.budget()),
                words.period(page.report().period()),
                whose));
        alert.addClassNames("budget-alert", "budget-" + standing.alert().name().toLowerCase(Locale.ROOT));
        return alert;
    }
}
