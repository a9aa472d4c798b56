package app.parley.admin;

import app.parley.backup.Backups;
import app.parley.billing.Budgets;
import app.parley.billing.Reconciliation;
import app.parley.conversations.MaintenanceQueries;
import app.parley.health.HealthReader;
import app.parley.journal.Journal;
import app.parley.live.TabRefresher;
import app.parley.numbers.AccountEvents;
import app.parley.numbers.Numbers;
import app.parley.outbox.OutboxQueries;
import app.parley.team.CurrentAgent;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** How the installation does: what comes in, what goes out, what WhatsApp says, and what waits for an admin. */
@Route("health")
@RolesAllowed("ADMIN")
@StyleSheet("context://styles/admin.css")
class HealthView extends Div implements HasDynamicTitle {

    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final transient HealthReader healthReader;
    private final transient Backups backups;
    private final transient Journal journal;
    private final transient OutboxQueries outbox;
    private final transient MaintenanceQueries maintenance;
    private final transient Numbers numbers;
    private final transient AccountEvents events;
    private final transient Reconciliation reconciliation;
    private final transient Budgets budgets;
    private final transient CurrentAgent me;
    private final Div blocks = new Div();
    private transient volatile @Nullable Ticking ticking;

    HealthView(
            HealthReader healthReader,
            Backups backups,
            Journal journal,
            OutboxQueries outbox,
            MaintenanceQueries maintenance,
            Numbers numbers,
            AccountEvents events,
            Reconciliation reconciliation,
            Budgets budgets,
            CurrentAgent me) {
        this.healthReader = healthReader;
        this.backups = backups;
        this.journal = journal;
        this.outbox = outbox;
        this.maintenance = maintenance;
        this.numbers = numbers;
        this.events = events;
        this.reconciliation = reconciliation;
        this.budgets = budgets;
        this.me = me;
        Div head = new Div(new H1(getTranslation("health.title")));
        head.setClassName("page-head");
        Paragraph lead = new Paragraph(getTranslation("health.lead"));
        lead.setClassName("page-lead");
        blocks.setClassName("health-blocks");
        setClassName("page");
        add(head, lead, blocks);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("health.title") + " · Parley";
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        ReaderTime time = ReaderTime.of(attached.getUI());
        List<HealthBlock<?>> all = List.of(
                new AlarmsBlock(healthReader),
                new JournalBlock(journal, time),
                new OutboxBlock(outbox, time),
                new NumbersBlock(numbers, time),
                new FilesBlock(maintenance),
                new TemplatesBlock(events),
                new LedgerBlock(reconciliation, time),
                new BackupBlock(backups, me.id(), time),
                new SystemBlock(healthReader, attached.getUI().getLocale()),
                new BudgetsBlock(budgets, me.id()),
                new ConflictsBlock(maintenance, me, time),
                new EventsBlock(events, time),
                new NotShownBlock(journal, time));
        blocks.removeAll();
        all.forEach(blocks::add);
        // There at once, then as time goes by.
        all.forEach(block -> block.read().run());
        TabRefresher refresher = ComponentUtil.getData(attached.getUI(), TabRefresher.class);
        if (refresher != null) {
            ticking = new Ticking(refresher, all);
        }
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        Ticking running = ticking;
        if (running != null) {
            running.stopped = true;
        }
    }

    /** Refreshes every block again and again, for as long as the page is open. */
    private static final class Ticking {

        private final TabRefresher refresher;
        private final List<HealthBlock<?>> blocks;
        private volatile boolean stopped;

        Ticking(TabRefresher refresher, List<HealthBlock<?>> blocks) {
            this.refresher = refresher;
            this.blocks = blocks;
            later();
        }

        private void later() {
            CompletableFuture.delayedExecutor(PAUSE.toMillis(), TimeUnit.MILLISECONDS)
                    .execute(this::tick);
        }

        private void tick() {
            if (!stopped) {
                blocks.forEach(refresher::request);
                later();
            }
        }
    }
}
