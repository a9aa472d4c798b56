package app.parley.admin;

import app.parley.journal.Journal;
import app.parley.journal.JournalState;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;

/** One tab for each state a body may be in, with how many are. */
final class JournalTabs extends Tabs {

    private final Map<JournalState, Tab> tabs = new EnumMap<>(JournalState.class);
    private final Map<JournalState, Span> counts = new EnumMap<>(JournalState.class);

    JournalTabs(Consumer<JournalState> chosen) {
        addClassName("page-tabs");
        getElement().setAttribute("aria-label", getTranslation("journal.tabs"));
        for (JournalState state : JournalState.values()) {
            Span count = new Span();
            count.addClassName("count");
            Tab tab = new Tab(new Span(getTranslation("journal.tab." + state)), count);
            tabs.put(state, tab);
            counts.put(state, count);
            add(tab);
        }
        addSelectedChangeListener(change -> {
            if (change.isFromClient()) {
                tabs.forEach((state, tab) -> {
                    if (tab.equals(change.getSelectedTab())) {
                        chosen.accept(state);
                    }
                });
            }
        });
    }

    void show(JournalState chosen, Map<JournalState, Integer> numbers) {
        counts.forEach((state, count) ->
                count.setText(CappedCount.words(numbers.getOrDefault(state, 0), Journal.MOST_COUNTED, getLocale())));
        setSelectedTab(tabs.get(chosen));
    }
}
