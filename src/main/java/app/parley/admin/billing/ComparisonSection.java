package app.parley.admin.billing;

import app.parley.billing.Business;
import app.parley.billing.MetaComparison;
import app.parley.billing.MetaComparisons;
import app.parley.billing.Period;
import app.parley.team.AgentId;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether WhatsApp counted the same as we did, in this month or the one before. */
final class ComparisonSection extends SettingsSection {

    private final transient MetaComparisons comparisons;
    private final AgentId admin;
    private final transient Business business;
    private final transient LocalizedFormats words;
    private final Div found = new Div();

    ComparisonSection(
            MetaComparisons comparisons, AgentId admin, Business business, Clock clock, LocalizedFormats words) {
        super("compare");
        this.comparisons = comparisons;
        this.admin = admin;
        this.business = business;
        this.words = words;
        YearMonth now = YearMonth.from(clock.instant().atZone(business.zone()));
        Div buttons = new Div(button(now.minusMonths(1)), button(now));
        buttons.setClassName("settings-buttons");
        add(buttons, outcome(), found);
    }

    private Button button(YearMonth month) {
        Button button = new Button(getTranslation("settings.compare.month", words.month(month)));
        button.setDisableOnClick(true);
        button.addClickListener(click -> {
            compare(month);
            button.setEnabled(true);
        });
        return button;
    }

    private void compare(YearMonth month) {
        Period period = Period.month(month, business.zone());
        List<MetaComparison> all = comparisons.compare(admin, period);
        found.removeAll();
        if (all.isEmpty()) {
            refuse("settings.compare.none");
            return;
        }
        tell("settings.compare." + comparisons.state(admin, period), words.month(month));
        all.forEach(comparison -> found.add(line(comparison)));
    }

    /** In the account's currency, or in none: never in ours by mistake. */
    private String charge(@Nullable BigDecimal cost, @Nullable Currency currency) {
        if (cost == null) {
            return getTranslation("settings.compare.no-cost");
        }
        return currency == null
                ? getTranslation("settings.compare.no-currency", words.amount(cost))
                : new Money(currency, getLocale()).words(cost);
    }

    private Div line(MetaComparison comparison) {
        Long theirs = comparison.theirs();
        String text = theirs == null
                ? getTranslation("settings.compare.trouble", comparison.wabaId(), comparison.trouble())
                : getTranslation(
                        comparison.agrees() ? "settings.compare.agrees" : "settings.compare.differs",
                        comparison.wabaId(),
                        words.count(theirs),
                        words.count(comparison.ours()),
                        charge(comparison.cost(), comparison.currency()));
        Div line = new Div(text);
        line.setClassName(comparison.agrees() ? "settings-there" : "settings-warning");
        return line;
    }
}
