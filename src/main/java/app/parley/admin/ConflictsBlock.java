package app.parley.admin;

import app.parley.conversations.CustomerConflict;
import app.parley.conversations.MaintenanceQueries;
import app.parley.team.CurrentAgent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Customers that turned out to be one person, until an admin has decided. */
final class ConflictsBlock extends HealthBlock<List<CustomerConflict>> {

    private static final int MOST = 50;

    private final transient MaintenanceQueries maintenance;
    private final transient CurrentAgent me;
    private final transient ReaderTime time;

    ConflictsBlock(MaintenanceQueries maintenance, CurrentAgent me, ReaderTime time) {
        super("conflicts");
        this.maintenance = maintenance;
        this.me = me;
        this.time = time;
    }

    @Override
    List<CustomerConflict> ask() {
        return maintenance.conflicts(MOST);
    }

    @Override
    void show(List<CustomerConflict> conflicts) {
        if (conflicts.isEmpty()) {
            sayAllIsWell("health.conflicts.well");
            return;
        }
        say("health.conflicts.meaning");
        HealthLines lines = new HealthLines();
        conflicts.forEach(conflict -> {
            String both = getTranslation(
                    "health.conflicts.both",
                    who(conflict.name(), conflict.phone()),
                    who(conflict.otherName(), conflict.otherPhone()));
            lines.line(
                    both,
                    getTranslation("health.conflicts.found", time.words(conflict.foundAt())),
                    choices(conflict, both));
        });
        add(lines);
    }

    private Div choices(CustomerConflict conflict, String both) {
        Div choices = new Div(
                choice("merge", both, () -> maintenance.merge(conflict.id(), me.id())),
                choice("settle", both, () -> maintenance.settle(conflict.id(), me.id())));
        choices.setClassName("health-choices");
        return choices;
    }

    private Button choice(String key, String both, Runnable deed) {
        Button button = new Button(getTranslation("health.conflicts." + key), click -> makeSure(key, both, deed));
        button.setAriaLabel(getTranslation("health.conflicts." + key + ".of", both));
        return button;
    }

    /** Neither can be taken back. */
    private void makeSure(String key, String both, Runnable deed) {
        new DangerDialog(
                        getTranslation("health.conflicts." + key + ".sure"),
                        getTranslation("health.conflicts." + key + ".meaning", both),
                        getTranslation("health.conflicts." + key),
                        () -> {
                            deed.run();
                            read().run();
                        },
                        getTranslation("health.conflicts.not"),
                        () -> {})
                .open();
    }

    private String who(@Nullable String name, @Nullable String phone) {
        String words = MetaWords.joined(name, phone);
        return words.isEmpty() ? getTranslation("health.conflicts.nameless") : words;
    }
}
