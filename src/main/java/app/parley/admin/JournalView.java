package app.parley.admin;

import app.parley.journal.Journal;
import app.parley.journal.JournalState;
import com.vaadin.flow.component.UI;
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
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** What came in, was kept, and could not be processed: an admin sees why, and has it tried again. */
@Route("journal")
@RolesAllowed("ADMIN")
@StyleSheet("context://styles/admin.css")
class JournalView extends Div implements AfterNavigationObserver, HasDynamicTitle {

    private static final int MOST_ROWS = 200;
    private static final Set<JournalState> WAITING = EnumSet.of(JournalState.UNASSIGNED, JournalState.QUARANTINED);

    /** Processing a body takes milliseconds: by then it is done, or back with the reason why not. */
    private static final Duration UNTIL_TRIED = Duration.ofSeconds(1);

    private final transient Journal journal;
    private final Button replayAll = new Button(getTranslation("journal.replayAll"), click -> replayAll());
    private final Paragraph empty = new Paragraph(getTranslation("journal.empty"));
    private final Paragraph more = new Paragraph(getTranslation("journal.more", MOST_ROWS));
    private final JournalTable table = new JournalTable(this::replay);
    private ZoneId zone = ZoneOffset.UTC;

    JournalView(Journal journal) {
        this.journal = journal;
        replayAll.addClassName("page-action");
        replayAll.setDisableOnClick(true);
        Div head = new Div(new H1(getTranslation("journal.title")), replayAll);
        head.setClassName("page-head");
        Paragraph lead = new Paragraph(getTranslation("journal.lead"));
        lead.setClassName("page-lead");
        empty.setClassName("page-empty");
        more.setClassName("page-lead");
        setClassName("page");
        add(head, lead, empty, table, more);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        UI ui = event.getLocationChangeEvent().getUI();
        String reader = ui.getPage().getExtendedClientDetails().getTimeZoneId();
        if (reader != null) {
            zone = ZoneId.of(reader);
        }
        refresh();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("journal.title") + " · Parley";
    }

    private void replay(long id) {
        journal.replay(id);
        refreshNowAndOnceTried();
    }

    private void replayAll() {
        journal.replay(WAITING);
        refreshNowAndOnceTried();
    }

    private void refreshNowAndOnceTried() {
        refresh();
        getUI().ifPresent(ui -> later().execute(ui.accessLater(this::refresh, () -> {})));
    }

    private static Executor later() {
        return CompletableFuture.delayedExecutor(UNTIL_TRIED.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void refresh() {
        var rows = journal.inStates(WAITING, MOST_ROWS);
        table.show(rows, zone);
        table.setVisible(!rows.isEmpty());
        empty.setVisible(rows.isEmpty());
        more.setVisible(rows.size() == MOST_ROWS);
        replayAll.setVisible(!rows.isEmpty());
        replayAll.setEnabled(true);
    }
}
