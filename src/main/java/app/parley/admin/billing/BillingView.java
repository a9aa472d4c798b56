package app.parley.admin.billing;

import app.parley.billing.BillingReports;
import app.parley.billing.Grouping;
import app.parley.billing.Reconciliation;
import app.parley.billing.ReportLine;
import app.parley.live.TabRefresher;
import app.parley.numbers.PhoneNumberEntry;
import app.parley.team.Agent;
import app.parley.team.AgentId;
import app.parley.team.CurrentAgent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What messages cost in a period. All that was chosen is in the address, so that a reload and a link keep it. */
@Route("billing")
@RolesAllowed("BILLING")
@StyleSheet("context://styles/admin.css")
@StyleSheet("context://styles/billing.css")
class BillingView extends Div implements AfterNavigationObserver, HasDynamicTitle {

    private static final Logger log = LoggerFactory.getLogger(BillingView.class);

    private final transient BillingReader reader;
    private final transient BillingReports reports;
    private final AgentId admin;
    private final transient LocalizedFormats words;
    private final transient Money money;
    private final PeriodPick period = new PeriodPick(this::go);
    private final ChoiceButton<@Nullable String> number =
            new ChoiceButton<>(getTranslation("billing.number"), this::chooseNumber);
    private final ChoiceButton<Grouping> grouping =
            new ChoiceButton<>(getTranslation("billing.grouping"), this::chooseGrouping);
    private final ExportMenu export = new ExportMenu();
    private final BillingState state = new BillingState(this::read);
    private final BillingBody body;
    private transient volatile BillingAddress address = BillingAddress.of(QueryParameters.empty());

    BillingView(
            BillingReader reader, BillingReports reports, Reconciliation reconciliation, CurrentAgent currentAgent) {
        this.reader = reader;
        this.reports = reports;
        this.admin = currentAgent.id();
        this.words = new LocalizedFormats(getLocale(), reader.business().zone());
        this.money = new Money(reader.business().currency(), getLocale());
        this.body = new BillingBody(words, money, this::open);
        Div bar = new Div(period, number, grouping, export);
        bar.setClassName("bar-row");
        setClassName("page");
        addClassName("billing");
        add(
                new H1(getTranslation("billing.title")),
                bar,
                state,
                body,
                new LedgerCheck(reconciliation, admin, isAdmin(currentAgent), words));
    }

    private static boolean isAdmin(CurrentAgent agent) {
        return agent.find().filter(Agent::isAdmin).isPresent();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("billing.title") + " · Parley";
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        address = BillingAddress.of(event.getLocation().getQueryParameters());
        showChoices();
        read();
    }

    private void showChoices() {
        period.show(address, reader.today(), words);
        List<ChoiceButton.Choice<@Nullable String>> numbers = new ArrayList<>();
        numbers.add(new ChoiceButton.Choice<>(null, getTranslation("billing.all-numbers")));
        for (PhoneNumberEntry one : reader.numbers()) {
            numbers.add(new ChoiceButton.Choice<>(one.phoneNumberId(), LineNames.in(one)));
        }
        boolean known = numbers.stream()
                .anyMatch(choice -> choice.value() != null && choice.value().equals(address.number()));
        number.show(numbers, known ? address.number() : null);
        grouping.show(
                Arrays.stream(Grouping.values())
                        .map(each -> new ChoiceButton.Choice<>(each, getTranslation("billing.grouping." + each)))
                        .toList(),
                address.grouping());
        export.show(address);
    }

    private void go(BillingAddress next) {
        getUI().ifPresent(ui -> ui.navigate(BillingView.class, next.query()));
    }

    private void chooseNumber(@Nullable String phoneNumberId) {
        go(address.withNumber(phoneNumberId));
    }

    private void chooseGrouping(Grouping chosen) {
        go(address.withGrouping(chosen));
    }

    /** Away from the tab's lock: the page answers while a long period is added up. */
    private void read() {
        if (address.fault().isPresent()) {
            body.setVisible(false);
            state.refuse(address.fault().get());
            return;
        }
        state.load();
        body.dim(true);
        getUI().map(ui -> ComponentUtil.getData(ui, TabRefresher.class))
                .ifPresentOrElse(
                        refresher -> refresher.request(this::readNow),
                        () -> readNow().run());
    }

    private Runnable readNow() {
        BillingAddress asked = address;
        try {
            BillingPage page = reader.read(admin, asked);
            LineNames names = new LineNames(this::getTranslation, words, reader.numbers());
            return () -> show(asked, () -> {
                state.clear();
                body.show(page, names);
            });
        } catch (RuntimeException e) {
            log.error("The billing page could not be read", e);
            return () -> show(asked, state::fail);
        }
    }

    /** Unless something else was chosen since. */
    private void show(BillingAddress asked, Runnable outcome) {
        if (asked.equals(address)) {
            body.dim(false);
            outcome.run();
        }
    }

    private void open(BillingPage page, ReportLine line, LineNames names) {
        new LineDialog(new LineDialog.Tools(reports, admin, words, money, names), page, line).open();
    }
}
