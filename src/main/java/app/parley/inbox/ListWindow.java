package app.parley.inbox;

import app.parley.conversations.ConversationId;
import app.parley.conversations.ConversationQuery;
import app.parley.conversations.ConversationRow;
import app.parley.conversations.Filter;
import app.parley.conversations.ListOrder;
import app.parley.conversations.RowKey;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The stretch of a slice that a browser holds: at most {@link #MOST} rows, wherever in the list it stands. */
final class ListWindow {

    static final int PAGE = 50;
    static final int MOST = 100;

    /** What to ask for: one more than a page tells whether there is another. */
    static final int LIMIT = PAGE + 1;

    private static final Comparator<RowKey> RISING =
            Comparator.comparing(RowKey::at).thenComparingLong(key -> key.id().value());

    private final ConversationQuery query;
    private final Clock clock;
    private final Comparator<RowKey> order;
    private final List<ConversationRow> rows = new ArrayList<>();
    private boolean moreBefore;
    private boolean moreAfter;

    ListWindow(ConversationQuery query, Clock clock) {
        this.query = query;
        this.clock = clock;
        this.order = query.order() == ListOrder.NEWEST ? RISING.reversed() : RISING;
    }

    ConversationQuery query() {
        return query;
    }

    List<ConversationRow> rows() {
        return Collections.unmodifiableList(rows);
    }

    boolean moreBefore() {
        return moreBefore;
    }

    boolean moreAfter() {
        return moreAfter;
    }

    int indexOf(ConversationId id) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).id().equals(id)) {
                return i;
            }
        }
        return -1;
    }

    /** Adds up to a page at the end; a row more than a page says that it goes on. */
    void append(List<ConversationRow> page) {
        moreAfter = page.size() > PAGE;
        page.stream().limit(PAGE).filter(this::isNew).forEach(rows::add);
        dropFirst(rows.size() - MOST);
    }

    /** The same at the beginning; {@code page} is in list order, its last row the nearest. */
    void prepend(List<ConversationRow> page) {
        moreBefore = page.size() > PAGE;
        List<ConversationRow> nearest = page.subList(Math.max(0, page.size() - PAGE), page.size()).stream()
                .filter(this::isNew)
                .toList();
        rows.addAll(0, nearest);
        dropLast(rows.size() - MOST);
    }

    /**
     * Brings conversations to their place, or out of the window.
     *
     * @param fresh how they are now; one that is missing no longer exists for this agent
     * @param open the conversation that the agent has open; in Unread it stays until left
     */
    void changed(Collection<ConversationId> ids, Collection<ConversationRow> fresh, @Nullable ConversationId open) {
        Map<ConversationId, ConversationRow> now =
                fresh.stream().collect(Collectors.toMap(ConversationRow::id, Function.identity()));
        ids.forEach(id -> place(id, now.get(id), id.equals(open)));
        if (query.order() == ListOrder.EXPIRING_SOON) {
            // Time alone has ended these: nothing that changed names them.
            rows.removeIf(row -> !waits(row));
        }
    }

    /** Where a reading of all that stands here begins: just before its first row; null for the top of the slice. */
    @Nullable
    RowKey start() {
        if (!moreBefore || rows.isEmpty()) {
            return null;
        }
        RowKey first = key(rows.getFirst());
        int back = query.order() == ListOrder.NEWEST ? 1 : -1;
        return new RowKey(first.at(), new ConversationId(first.id().value() + back));
    }

    /**
     * All that stands here was read again, from {@link #start} on.
     *
     * @param fresh one row more than {@link #MOST} says that it goes on
     * @param stays what the agent has open; in Unread it stays until left
     */
    void replace(List<ConversationRow> fresh, Predicate<ConversationRow> stays) {
        List<ConversationRow> held =
                rows.stream().filter(this::staysWhileOpen).filter(stays).toList();
        rows.clear();
        fresh.stream().limit(MOST).forEach(rows::add);
        moreAfter = fresh.size() > MOST;
        held.stream().filter(this::isNew).forEach(this::insert);
    }

    /** The agent leaves a conversation: if it stayed only for being open, it goes. */
    void left(ConversationId id) {
        rows.removeIf(row -> row.id().equals(id) && !belongs(row));
    }

    private void place(ConversationId id, @Nullable ConversationRow row, boolean open) {
        int before = indexOf(id);
        boolean heldOpen = open && before >= 0;
        if (row == null || !(belongs(row) || (heldOpen && staysWhileOpen(row)))) {
            rows.removeIf(shown -> shown.id().equals(id));
        } else if (before >= 0 && key(row).equals(key(rows.get(before)))) {
            rows.set(before, row);
        } else {
            rows.removeIf(shown -> shown.id().equals(id));
            insert(row);
        }
    }

    private void insert(ConversationRow row) {
        int at = 0;
        while (at < rows.size() && order.compare(key(rows.get(at)), key(row)) < 0) {
            at++;
        }
        boolean outside = (at == 0 && moreBefore) || (at == rows.size() && moreAfter);
        if (!outside) {
            rows.add(at, row);
            if (moreBefore) {
                dropFirst(rows.size() - MOST);
            } else {
                dropLast(rows.size() - MOST);
            }
        }
    }

    private boolean belongs(ConversationRow row) {
        boolean filtered = switch (query.filter()) {
            case ALL -> !row.archived();
            case UNREAD -> !row.archived() && row.unseen() > 0;
            case ARCHIVED -> row.archived();
        };
        return filtered
                && (query.number() == null || query.number().equals(row.numberId()))
                && (query.order() == ListOrder.NEWEST || waits(row));
    }

    private boolean waits(ConversationRow row) {
        Instant ends = row.sessionEndsAt();
        return row.waiting()
                && !row.blocked()
                && ends != null
                && clock.instant().isBefore(ends);
    }

    private boolean staysWhileOpen(ConversationRow row) {
        return query.filter() == Filter.UNREAD && !row.archived();
    }

    private boolean isNew(ConversationRow row) {
        return indexOf(row.id()) < 0;
    }

    private void dropFirst(int count) {
        if (count > 0) {
            rows.subList(0, count).clear();
            moreBefore = true;
        }
    }

    private void dropLast(int count) {
        if (count > 0) {
            rows.subList(rows.size() - count, rows.size()).clear();
            moreAfter = true;
        }
    }

    private RowKey key(ConversationRow row) {
        return row.key(query.order());
    }
}
