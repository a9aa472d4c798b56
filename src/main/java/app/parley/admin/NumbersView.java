package app.parley.admin;

import app.parley.conversations.Blocking;
import app.parley.numbers.AccountEntry;
import app.parley.numbers.AccountManagement;
import app.parley.numbers.ConnectionCheck;
import app.parley.numbers.NumberHealth;
import app.parley.numbers.NumberId;
import app.parley.numbers.NumberSettings;
import app.parley.numbers.NumberStanding;
import app.parley.numbers.Numbers;
import app.parley.team.AgentId;
import app.parley.team.CurrentAgent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The WhatsApp accounts of the business and their numbers: how they are connected, whether agents see them, whether
 * anything is sent from them, and how courteously.
 */
@Route("numbers")
@RolesAllowed("ADMIN")
@StyleSheet("context://styles/admin.css")
@StyleSheet("context://styles/accounts.css")
class NumbersView extends Div implements AfterNavigationObserver, HasDynamicTitle {

    private final transient Numbers numbers;
    private final transient NumberSettings switches;
    private final transient AccountManagement keeping;
    private final transient ConnectionCheck check;
    private final AgentId me;
    private final Map<String, AccountSection> sections = new LinkedHashMap<>();
    private final Div accounts = new Div();
    private final Div others = new Div();
    private final BlockedBlock blocked;
    private final Paragraph empty = new Paragraph(getTranslation("numbers.empty"));

    NumbersView(
            Numbers numbers,
            NumberSettings switches,
            AccountManagement keeping,
            ConnectionCheck check,
            Blocking blocking,
            CurrentAgent currentAgent) {
        this.numbers = numbers;
        this.switches = switches;
        this.keeping = keeping;
        this.check = check;
        this.me = currentAgent.id();
        this.blocked = new BlockedBlock(blocking, me);
        Button add =
                new Button(getTranslation("numbers.add"), click -> new AccountDialog(keeping, me, this::show).open());
        add.setClassName("page-action");
        Div head = new Div(new H1(getTranslation("numbers.title")), add);
        head.setClassName("page-head");
        Paragraph lead = new Paragraph(getTranslation("numbers.lead"));
        lead.setClassName("page-lead");
        empty.setClassName("page-empty");
        others.setClassName("health-blocks");
        setClassName("page");
        add(head, lead, empty, accounts, others, blocked);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        show();
    }

    private void show() {
        getUI().map(ReaderTime::of).ifPresent(this::show);
    }

    private void show(ReaderTime time) {
        accounts.removeAll();
        others.removeAll();
        sections.clear();
        keeping.all(me).forEach(account -> add(account, time));
        List<NumberHealth> all = numbers.health();
        // Read after them: of each there is a standing.
        Map<NumberId, NumberStanding> standings =
                numbers.standings().stream().collect(Collectors.toMap(NumberStanding::id, Function.identity()));
        for (NumberHealth number : all) {
            NumberStanding standing = Objects.requireNonNull(standings.get(number.id()));
            NumberCard card = new NumberCard(numbers, switches, me, number, standing, time);
            AccountSection section = sections.get(standing.wabaId());
            if (section == null) {
                others.add(card);
            } else {
                section.add(card);
            }
        }
        blocked.show(time);
        empty.setVisible(sections.isEmpty() && standings.isEmpty());
    }

    private void add(AccountEntry account, ReaderTime time) {
        AccountSection section = new AccountSection(
                account,
                new ConnectionBlock(check, keeping, me, account.wabaId(), time),
                () -> new AccountEditDialog(keeping, me, account, time, this::show).open());
        sections.put(account.wabaId(), section);
        accounts.add(section);
    }

    static String name(AccountEntry account) {
        return Objects.requireNonNullElse(account.name(), account.wabaId());
    }

    @Override
    public String getPageTitle() {
        return getTranslation("numbers.title") + " · Parley";
    }
}
