package app.parley.admin.billing;

import app.parley.billing.BillingSettings;
import app.parley.billing.Budgets;
import app.parley.billing.Business;
import app.parley.billing.MetaComparisons;
import app.parley.billing.MetaRates;
import app.parley.billing.Rates;
import app.parley.numbers.Numbers;
import app.parley.numbers.PhoneNumberEntry;
import app.parley.team.AgentId;
import app.parley.team.CurrentAgent;
import app.parley.team.Team;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;

/** What admins settle: what messages cost, what WhatsApp charges, budgets, and what agents see of it. */
@Route("settings")
@RolesAllowed("ADMIN")
@StyleSheet("context://styles/admin.css")
@StyleSheet("context://styles/settings.css")
class SettingsView extends Div implements AfterNavigationObserver, HasDynamicTitle {

    private final transient Rates rates;
    private final transient MetaRates metaRates;
    private final transient MetaComparisons comparisons;
    private final transient Budgets budgets;
    private final transient BillingSettings settings;
    private final transient Numbers numbers;
    private final transient Team team;
    private final transient Business business;
    private final transient Clock clock;
    private final AgentId admin;
    private final Div sections = new Div();

    SettingsView(
            Rates rates,
            MetaRates metaRates,
            MetaComparisons comparisons,
            Budgets budgets,
            BillingSettings settings,
            Numbers numbers,
            Team team,
            Business business,
            Clock clock,
            CurrentAgent me) {
        this.rates = rates;
        this.metaRates = metaRates;
        this.comparisons = comparisons;
        this.budgets = budgets;
        this.settings = settings;
        this.numbers = numbers;
        this.team = team;
        this.business = business;
        this.clock = clock;
        this.admin = me.id();
        Div head = new Div(new H1(getTranslation("settings.title")));
        head.setClassName("page-head");
        Paragraph lead = new Paragraph(getTranslation("settings.lead"));
        lead.setClassName("page-lead");
        sections.setClassName("settings-sections");
        setClassName("page");
        add(head, lead, sections);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        List<PhoneNumberEntry> all = numbers.all();
        LocalizedFormats words = new LocalizedFormats(getLocale(), business.zone());
        Money money = new Money(business.currency(), getLocale());
        sections.removeAll();
        sections.add(
                new SessionRates(rates, admin, all, team, business, clock, words, money),
                new MetaRateSection(metaRates, admin, business, words, money));
        // What was spent is not for every admin.
        if (budgets.areSeenBy(admin)) {
            sections.add(
                    new ComparisonSection(comparisons, admin, business, clock, words),
                    new BudgetSection(budgets, admin, all, money));
        }
        sections.add(new AgentSection(settings, admin));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("settings.title") + " · Parley";
    }
}
