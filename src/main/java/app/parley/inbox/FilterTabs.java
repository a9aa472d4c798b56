package app.parley.inbox;

import app.parley.conversations.Filter;
import app.parley.conversations.ListOrder;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import java.text.NumberFormat;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;

/** The tabs "All", "Unread" (with its count of messages) and "Archived", and beside them the list's order. */
final class FilterTabs extends Div {

    private final Map<Filter, Tab> tabs = new EnumMap<>(Filter.class);
    private final Tabs bar = new Tabs();
    private final Span unseen = new Span();
    private final NativeButton expiring = new NativeButton();
    private ListOrder order = ListOrder.NEWEST;

    FilterTabs(Consumer<Filter> filtered, Consumer<ListOrder> ordered) {
        addClassName("filters");
        for (Filter filter : Filter.values()) {
            Tab tab = new Tab(getTranslation("inbox.filter." + filter));
            tabs.put(filter, tab);
            bar.add(tab);
            if (filter == Filter.UNREAD) {
                tab.add(unseen);
            }
        }
        unseen.addClassName("count");
        bar.addSelectedChangeListener(change -> {
            if (change.isFromClient()) {
                tabs.forEach((filter, tab) -> {
                    if (tab.equals(change.getSelectedTab())) {
                        filtered.accept(filter);
                    }
                });
            }
        });
        String words = getTranslation("inbox.order.expiring");
        // Twice, so that the style sheet can keep room for the bold ones.
        Span label = new Span(words);
        label.addClassName("order-label");
        label.getElement().setAttribute("data-text", words);
        expiring.add(label);
        expiring.setTitle(getTranslation("inbox.order.expiring.hint"));
        expiring.addClassName("order");
        expiring.addClickListener(
                click -> ordered.accept(order == ListOrder.NEWEST ? ListOrder.EXPIRING_SOON : ListOrder.NEWEST));
        add(bar, expiring);
    }

    void show(Filter filter, ListOrder chosen) {
        bar.setSelectedTab(tabs.get(filter));
        order = chosen;
        expiring.getElement().setAttribute("aria-pressed", String.valueOf(chosen == ListOrder.EXPIRING_SOON));
        // What is put away waits for nobody's reply.
        expiring.setVisible(filter != Filter.ARCHIVED);
    }

    void unseen(int messages) {
        String text = messages == 0
                ? ""
                : NumberFormat.getIntegerInstance(getLocale()).format(messages);
        if (!unseen.getText().equals(text)) {
            unseen.setText(text);
        }
    }
}
