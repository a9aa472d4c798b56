package app.parley.admin;

import app.parley.conversations.CustomerConflict;
import app.parley.conversations.Upkeep;
import app.parley.team.CurrentAgent;
import com.vaadin.flow.component.button.Button;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Customers that turned out to be one person, until an admin has decided. */
final class ConflictsBlock extends HealthBlock<List<CustomerConflict>> {

    private static final int MOST = 50;

    private final transient Upkeep upkeep;
    private final transient CurrentAgent me;
    private final transient ReaderTime time;

    ConflictsBlock(Upkeep upkeep, CurrentAgent me, ReaderTime time) {
        super("conflicts");
        this.upkeep = upkeep;
        this.me = me;
        this.time = time;
    }

    @Override
    List<CustomerConflict> ask() {
        return upkeep.conflicts(MOST);
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
            Button settle = new Button(getTranslation("health.conflicts.settle"), click -> settle(conflict));
            settle.setAriaLabel(getTranslation("health.conflicts.settle.of", both));
            settle.setDisableOnClick(true);
            lines.line(both, getTranslation("health.conflicts.found", time.words(conflict.foundAt())), settle);
        });
        add(lines);
    }

    private void settle(CustomerConflict conflict) {
        upkeep.settle(conflict.id(), me.id());
        read().run();
    }

    private String who(@Nullable String name, @Nullable String phone) {
        String words = MetaWords.joined(name, phone);
        return words.isEmpty() ? getTranslation("health.conflicts.nameless") : words;
    }
}
