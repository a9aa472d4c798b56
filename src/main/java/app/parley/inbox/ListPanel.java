package app.parley.inbox;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import app.parley.conversations.ConversationId;
import app.parley.conversations.ConversationRow;
import app.parley.conversations.Filter;
import app.parley.conversations.InboxQueries;
import app.parley.conversations.ListOrder;
import app.parley.conversations.NumberCount;
import app.parley.conversations.RowKey;
import app.parley.numbers.NumberId;
import app.parley.team.AgentId;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The left column: which number, which filter, which conversation. */
final class ListPanel extends Section implements InboxUpdates.Screen {

    private final InboxQueries queries;
    private final AgentId agent;
    private final Clock clock;
    private final ConversationList list;
    private final EmptyState empty = new EmptyState();
    private final NumberSwitcher switcher;
    private final FilterTabs tabs;
    private @Nullable TabReader reader;
    private @Nullable InboxAddress asked;
    private List<NumberCount> numbers = List.of();

    ListPanel(
            InboxQueries queries,
            AgentId agent,
            Clock clock,
            ConversationList list,
            SelectionBar selection,
            Steps steps,
            NewConversation.Beginning begin) {
        this.queries = queries;
        this.clock = clock;
        this.agent = agent;
        this.list = list;
        switcher = new NumberSwitcher(number -> steps.to(address().withNumber(number)));
        tabs = new FilterTabs(
                filter -> steps.to(address()
                        .withFilter(filter)
                        .withOrder(
                                filter == Filter.ARCHIVED
                                        ? ListOrder.NEWEST
                                        : address().order())),
                order -> steps.to(address().withOrder(order)));
        list.onOpen(conversation -> steps.to(address().withConversation(conversation)));
        list.onMore(this::more);
        addClassName("list");
        Button begins =
                new Button("+", click -> new NewConversation(numbers, address().number(), begin).open());
        begins.addClassName("begin");
        begins.setAriaLabel(getTranslation("inbox.begin"));
        begins.setTooltipText(getTranslation("inbox.begin"));
        Div top = new Div(switcher, begins);
        top.addClassName("list-top");
        add(top, tabs, list, empty, selection);
    }

    void readWith(TabReader other) {
        reader = other;
    }

    InboxAddress address() {
        return asked == null ? new InboxAddress(null, Filter.ALL, ListOrder.NEWEST, null) : asked;
    }

    /** Shows the address's slice of the list, then does {@code then}; one that is shown already is left as it is. */
    void show(InboxAddress address, Runnable then) {
        boolean sameSlice = asked != null && asked.sameSlice(address);
        asked = address;
        tabs.show(address.filter(), address.order());
        if (sameSlice) {
            then.run();
            return;
        }
        list.busy(true);
        read(() -> InboxPage.read(queries, agent, address), page -> {
            if (page.address().sameSlice(address())) {
                show(page);
                then.run();
            }
        });
    }

    @Override
    public void changed(List<NumberCount> now, Set<ConversationId> ids, List<ConversationRow> rows) {
        show(now);
        list.window().ifPresent(window -> {
            window.changed(ids, rows, address().conversation());
            list.sync();
            showWhetherEmpty(window);
        });
    }

    /** The stretch that is shown is read again where it stands; the agent's place in it stays. */
    @Override
    public void numbersChanged() {
        InboxAddress address = address();
        RowKey start = list.window().map(ListWindow::start).orElse(null);
        read(() -> InboxPage.read(queries, agent, address, start, ListWindow.MOST + 1), page -> {
            ListWindow window = list.window().orElse(null);
            if (!address.sameSlice(address()) || window == null) {
                return; // Another page is on its way, and was asked for later.
            }
            if (!ids(page.numbers()).containsAll(ids(numbers))) {
                list.unpick(); // Some of what was selected may not be theirs any more.
            }
            if (!Objects.equals(start, window.start())) {
                numbersChanged();
            } else if (window.query().equals(page.query())) {
                showAgain(window, page);
            } else {
                startAgain(window);
            }
        });
    }

    private void showAgain(ListWindow window, InboxPage page) {
        Set<NumberId> usable = ids(page.numbers());
        window.replace(
                page.rows(), row -> row.id().equals(address().conversation()) && usable.contains(row.numberId()));
        show(page.numbers());
        list.sync();
        list.answered();
        showWhetherEmpty(window);
    }

    @Override
    public void typingChanged(Set<ConversationId> conversations) {
        list.typingChanged(conversations);
    }

    /** Marks the row of the open conversation; null when none is open. */
    void open(@Nullable ConversationId conversation) {
        list.open(conversation);
        list.window().ifPresent(this::showWhetherEmpty);
    }

    /** Asks the database only about a conversation that is not in the list. */
    void ifExists(ConversationId conversation, Runnable then, Runnable otherwise) {
        if (list.holds(conversation)) {
            then.run();
        } else {
            read(() -> queries.rows(agent, List.of(conversation)), rows -> {
                if (conversation.equals(address().conversation())) {
                    (rows.isEmpty() ? otherwise : then).run();
                }
            });
        }
    }

    private void show(InboxPage page) {
        ListWindow window = new ListWindow(page.query(), clock);
        window.append(page.rows());
        show(page.numbers());
        list.show(window);
        list.answered();
        list.busy(false);
        showWhetherEmpty(window);
    }

    private void show(List<NumberCount> now) {
        numbers = now;
        String chosen = address().number();
        switcher.show(now, chosen);
        boolean one = now.stream().anyMatch(number -> number.phoneNumberId().equals(chosen));
        list.nameNumbers(one || now.size() < 2 ? Map.of() : names(now));
        tabs.unseen(now.stream()
                .filter(number -> !one || number.phoneNumberId().equals(chosen))
                .mapToInt(NumberCount::unseen)
                .sum());
    }

    private static Set<NumberId> ids(List<NumberCount> numbers) {
        return numbers.stream().map(NumberCount::id).collect(toSet());
    }

    /** Two of one name are told apart by their phone numbers. */
    private static Map<NumberId, String> names(List<NumberCount> numbers) {
        Map<String, Long> bearers = numbers.stream().collect(groupingBy(NumberCount::name, counting()));
        return numbers.stream()
                .collect(toMap(
                        NumberCount::id,
                        number -> bearers.getOrDefault(number.name(), 0L) > 1 ? number.displayPhone() : number.name()));
    }

    private void showWhetherEmpty(ListWindow window) {
        boolean more = window.moreAfter() || window.moreBefore();
        boolean none = window.rows().isEmpty() && !more;
        if (window.rows().isEmpty() && more) {
            startAgain(window);
        }
        empty.setVisible(none);
        if (none) {
            empty.show(window.query(), !numbers.isEmpty());
        }
    }

    /** All that was read has left, as when all of it is archived at once: the rest begins at the top. */
    private void startAgain(ListWindow left) {
        list.busy(true);
        InboxAddress address = address();
        read(() -> InboxPage.read(queries, agent, address), page -> {
            if (Optional.of(left).equals(list.window())) {
                show(page);
            }
        });
    }

    private void more(boolean before) {
        ListWindow window = list.window().orElse(null);
        if (window == null || window.rows().isEmpty()) {
            return;
        }
        ConversationRow edge = before ? window.rows().getFirst() : window.rows().getLast();
        RowKey key = edge.key(window.query().order());
        read(
                () -> before
                        ? queries.pageBefore(agent, window.query(), key, ListWindow.LIMIT)
                        : queries.page(agent, window.query(), key, ListWindow.LIMIT),
                page -> {
                    if (Optional.of(window).equals(list.window())) {
                        if (isEdge(edge, window, before)) {
                            add(window, page, before);
                        } else {
                            list.answered(); // The browser asks again, from where the window ends by now.
                        }
                    }
                });
    }

    private static boolean isEdge(ConversationRow row, ListWindow window, boolean first) {
        List<ConversationRow> rows = window.rows();
        return !rows.isEmpty()
                && (first ? rows.getFirst() : rows.getLast()).id().equals(row.id());
    }

    private void add(ListWindow window, List<ConversationRow> page, boolean before) {
        if (before) {
            window.prepend(page);
        } else {
            window.append(page);
        }
        list.sync();
        list.answered();
    }

    private <T> void read(Supplier<T> query, Consumer<T> show) {
        if (reader != null) {
            reader.read(query, show);
        }
    }

    /** Where the agent's choices lead: to another address. */
    @FunctionalInterface
    interface Steps {
        void to(InboxAddress address);
    }
}
