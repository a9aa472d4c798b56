package app.parley.admin;

import app.parley.team.AgentId;
import app.parley.team.AuditLine;
import app.parley.team.AuditTrail;
import app.parley.team.CurrentAgent;
import app.parley.team.TeamAdministration;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who did what, when, and from where; the newest first. What is asked for stands in the address. */
@Route("audit")
@RolesAllowed("ADMIN")
@StyleSheet("context://styles/admin.css")
class AuditView extends Div implements AfterNavigationObserver, HasDynamicTitle {

    private static final int PAGE = 50;

    private final transient AuditTrail trail;
    private final AgentId me;
    private final AuditFilters picks;
    private final AuditTable table = new AuditTable();
    private final Paragraph empty = new Paragraph(getTranslation("audit.empty"));
    private final Anchor export = new Anchor();
    private final Button older = new Button(getTranslation("journal.older"), click -> showOlder());
    private transient AuditAddress address = AuditAddress.of(QueryParameters.empty());
    private transient @Nullable ReaderTime time;
    private transient @Nullable AuditLine oldest;

    AuditView(AuditTrail trail, TeamAdministration administration, CurrentAgent currentAgent) {
        this.trail = trail;
        this.me = currentAgent.id();
        this.picks = new AuditFilters(administration.all(me), this::go);
        export.setText(getTranslation("audit.export"));
        export.addClassNames("page-link");
        export.setRouterIgnore(true);
        export.getElement().setAttribute("download", true);
        older.addClassName("page-more");
        Div head = new Div(new H1(getTranslation("audit.title")), export);
        head.setClassName("page-head");
        Paragraph lead = new Paragraph(getTranslation("audit.lead"));
        lead.setClassName("page-lead");
        empty.setClassName("page-empty");
        setClassName("page");
        add(head, lead, picks, empty, table, older);
        // Loads by itself once it is scrolled to; a button for everybody else.
        older.getElement()
                .executeJs("new IntersectionObserver(seen => seen.some(e => e.isIntersecting) && this.click())"
                        + ".observe(this)");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        time = ReaderTime.of(event.getLocationChangeEvent().getUI());
        address = AuditAddress.of(event.getLocation().getQueryParameters());
        picks.show(address);
        export.setHref(AuditCsvController.href(address, time.zone()));
        table.clear();
        oldest = null;
        int shown = append();
        table.setVisible(shown > 0);
        empty.setVisible(shown == 0);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("audit.title") + " · Parley";
    }

    private void go(AuditAddress next) {
        getUI().ifPresent(ui -> ui.navigate(AuditView.class, next.query()));
    }

    private void showOlder() {
        if (older.isVisible()) {
            append();
        }
    }

    private int append() {
        ReaderTime reader = time == null ? ReaderTime.of(getUI().orElseGet(UI::getCurrent)) : time;
        List<AuditLine> lines = trail.page(me, address.filter(reader.zone()), oldest, PAGE);
        table.append(lines, reader);
        if (!lines.isEmpty()) {
            oldest = lines.getLast();
        }
        older.setVisible(lines.size() == PAGE);
        return lines.size();
    }
}
