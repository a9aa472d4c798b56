package app.parley.admin;

import app.parley.journal.Journal;
import app.parley.journal.JournalRow;
import app.parley.journal.JournalState;
import app.parley.team.AgentId;
import app.parley.team.CurrentAgent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What came in from WhatsApp, by what became of it: an admin reads why, has it tried again, or lets it go. */
@Route("journal")
@RolesAllowed("ADMIN")
@StyleSheet("context://styles/admin.css")
class JournalView extends Div implements AfterNavigationObserver, HasDynamicTitle, JournalTable.Acts {

    private static final int PAGE = 50;
    private static final String STATE = "state";

    /** Processing a body takes milliseconds: by then it is done, or back with the reason why not. */
    private static final Duration UNTIL_TRIED = Duration.ofSeconds(1);

    /** What an admin looks for, in this order, when no tab was chosen. */
    private static final List<JournalState> URGENT =
            List.of(JournalState.FAILED, JournalState.QUARANTINED, JournalState.UNASSIGNED);

    private final transient Journal journal;
    private final AgentId me;
    private final Button replayAll = new Button(getTranslation("journal.replayAll"), click -> replayAll());
    private final JournalTabs tabs = new JournalTabs(this::choose);
    private final Paragraph meaning = new Paragraph();
    private final Paragraph empty = new Paragraph();
    private final JournalTable table = new JournalTable(this);
    private final Button older = new Button(getTranslation("journal.older"), click -> showOlder());
    private transient @Nullable ReaderTime time;
    private JournalState state = JournalState.PROCESSED;
    private long oldestShown;

    JournalView(Journal journal, CurrentAgent currentAgent) {
        this.journal = journal;
        this.me = currentAgent.id();
        replayAll.addClassName("page-action");
        replayAll.setDisableOnClick(true);
        older.addClassName("page-more");
        Div head = new Div(new H1(getTranslation("journal.title")), replayAll);
        head.setClassName("page-head");
        meaning.setClassName("page-lead");
        empty.setClassName("page-empty");
        setClassName("page");
        add(head, tabs, meaning, empty, table, older);
        // Loads by itself once it is scrolled to; a button for everybody else.
        older.getElement()
                .executeJs("new IntersectionObserver(seen => seen.some(e => e.isIntersecting) && this.click())"
                        + ".observe(this)");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        time = ReaderTime.of(event.getLocationChangeEvent().getUI());
        Map<JournalState, Integer> counts = journal.counts();
        state = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(STATE)
                .flatMap(JournalView::stateNamed)
                .orElseGet(() -> mostUrgent(counts));
        show(counts);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("journal.title") + " · Parley";
    }

    /** The address of one of the tabs. */
    static QueryParameters parameters(JournalState state) {
        return QueryParameters.of(STATE, state.name().toLowerCase(Locale.ROOT));
    }

    private static Optional<JournalState> stateNamed(String name) {
        return EnumSet.allOf(JournalState.class).stream()
                .filter(state -> state.name().equalsIgnoreCase(name))
                .findFirst();
    }

    private static JournalState mostUrgent(Map<JournalState, Integer> counts) {
        return URGENT.stream()
                .filter(state -> counts.getOrDefault(state, 0) > 0)
                .findFirst()
                .orElse(JournalState.PROCESSED);
    }

    private void choose(JournalState chosen) {
        getUI().ifPresent(ui -> ui.navigate(JournalView.class, parameters(chosen)));
    }

    private void replayAll() {
        journal.replay(me, Set.of(state));
        refreshNowAndOnceTried();
    }

    @Override
    public void open(JournalRow row) {
        journal.body(me, row.id()).ifPresent(body -> new BodyDialog(received(row), body).open());
    }

    @Override
    public void replay(JournalRow row) {
        journal.replay(me, row.id());
        refreshNowAndOnceTried();
    }

    @Override
    public void delete(JournalRow row) {
        new DangerDialog(
                        getTranslation("journal.delete.sure"),
                        getTranslation("journal.delete.meaning", received(row)),
                        getTranslation("journal.delete"),
                        () -> {
                            journal.delete(me, row.id());
                            show(journal.counts());
                        },
                        getTranslation("journal.delete.not"),
                        () -> {})
                .open();
    }

    private void refreshNowAndOnceTried() {
        show(journal.counts());
        getUI().ifPresent(ui -> later().execute(ui.accessLater(() -> show(journal.counts()), () -> {})));
    }

    private static Executor later() {
        return CompletableFuture.delayedExecutor(UNTIL_TRIED.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void show(Map<JournalState, Integer> counts) {
        tabs.show(state, counts);
        meaning.setText(getTranslation("journal.meaning." + state));
        empty.setText(getTranslation("journal.empty." + state));
        table.clear();
        int shown = append(null);
        table.setVisible(shown > 0);
        empty.setVisible(shown == 0);
        replayAll.setVisible(shown > 0 && state.waitsForAnAdmin());
        replayAll.setEnabled(true);
    }

    private void showOlder() {
        if (older.isVisible()) {
            append(oldestShown);
        }
    }

    private int append(@Nullable Long before) {
        List<JournalRow> rows = journal.page(state, before, PAGE);
        table.append(rows, readerTime());
        if (!rows.isEmpty()) {
            oldestShown = rows.getLast().id();
        }
        older.setVisible(rows.size() == PAGE);
        return rows.size();
    }

    private String received(JournalRow row) {
        return readerTime().words(row.receivedAt());
    }

    private ReaderTime readerTime() {
        if (time == null) {
            time = ReaderTime.of(getUI().orElseGet(UI::getCurrent));
        }
        return time;
    }
}
