package app.parley.admin;

import app.parley.journal.Backlog;
import app.parley.journal.Journal;
import app.parley.journal.JournalState;
import com.vaadin.flow.router.RouterLink;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/** Whether what comes in is worked off, and what waits for an admin. */
final class JournalBlock extends HealthBlock<JournalBlock.Asked> {

    private final transient Journal journal;
    private final transient ReaderTime time;

    record Asked(Backlog backlog, int waiting, Map<JournalState, Integer> forAdmins) {}

    JournalBlock(Journal journal, ReaderTime time) {
        super("journal");
        this.journal = journal;
        this.time = time;
    }

    @Override
    Asked ask() {
        Map<JournalState, Integer> counts = journal.counts();
        Map<JournalState, Integer> forAdmins = new EnumMap<>(JournalState.class);
        Arrays.stream(JournalState.values())
                .filter(JournalState::waitsForAnAdmin)
                .forEach(state -> forAdmins.put(state, counts.getOrDefault(state, 0)));
        return new Asked(journal.backlog(), counts.getOrDefault(JournalState.RECEIVED, 0), forAdmins);
    }

    @Override
    void show(Asked asked) {
        if (asked.backlog().newest() == null) {
            say("health.journal.nothing");
        } else {
            say("health.journal.newest", time.words(asked.backlog().newest()));
        }
        if (asked.backlog().oldestWaiting() == null) {
            sayAllIsWell("health.journal.done");
        } else {
            say(
                    "health.journal.waiting",
                    words(asked.waiting()),
                    time.words(asked.backlog().oldestWaiting()));
        }
        if (asked.forAdmins().values().stream().allMatch(count -> count == 0)) {
            sayAllIsWell("health.journal.well");
            return;
        }
        HealthLines lines = new HealthLines();
        asked.forAdmins().forEach((state, count) -> {
            RouterLink link = new RouterLink(getTranslation("health.journal.open"), JournalView.class);
            link.setQueryParameters(JournalView.parameters(state));
            link.getElement().setAttribute("aria-label", getTranslation("health.journal.open." + state));
            lines.line(getTranslation("journal.tab." + state), words(count), link);
        });
        add(lines);
    }

    private String words(int count) {
        return CappedCount.words(count, Journal.MOST_COUNTED, getLocale());
    }
}
