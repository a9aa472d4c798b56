package app.parley.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import app.parley.conversations.ConversationId;
import app.parley.conversations.ConversationQuery;
import app.parley.conversations.ConversationRow;
import app.parley.conversations.Filter;
import app.parley.conversations.ListOrder;
import app.parley.conversations.RowKey;
import app.parley.numbers.NumberId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ListWindowTest {

    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final NumberId BAKERY = new NumberId(1);

    private final ListWindow all = window(Filter.ALL, ListOrder.NEWEST);
    private final ListWindow unread = window(Filter.UNREAD, ListOrder.NEWEST);

    @Test
    void aConversationWithANewMessageMovesToTheTop() {
        all.append(List.of(row(3, 30, 0), row(2, 20, 0), row(1, 10, 0)));
        changed(all, row(1, 40, 1));
        assertThat(ids(all)).containsExactly(1L, 3L, 2L);
    }

    @Test
    void aChangeThatMovesNothingPatchesTheRowWhereItIs() {
        all.append(List.of(row(3, 30, 0), row(2, 20, 0)));
        changed(all, row(2, 20, 5));
        assertThat(ids(all)).containsExactly(3L, 2L);
        assertThat(all.rows().get(1).unseen()).isEqualTo(5);
    }

    @Test
    void anArchivedConversationLeavesAndComesBackWhereItBelongs() {
        all.append(List.of(row(3, 30, 0), row(2, 20, 0), row(1, 10, 0)));
        changed(all, archived(2, 20));
        assertThat(ids(all)).containsExactly(3L, 1L);
        changed(all, row(2, 20, 0));
        assertThat(ids(all)).containsExactly(3L, 2L, 1L);
    }

    @Test
    void whatAnAgentMayNoLongerUseLeaves() {
        all.append(List.of(row(3, 30, 0), row(2, 20, 0)));
        all.changed(List.of(new ConversationId(3)), List.of(), null);
        assertThat(ids(all)).containsExactly(2L);
    }

    @Test
    void inUnreadTheOpenConversationStaysUntilTheAgentLeavesIt() {
        unread.append(List.of(row(3, 30, 1), row(2, 20, 1)));
        changed(unread, 3L, row(3, 30, 0));
        assertThat(ids(unread)).containsExactly(3L, 2L);
        unread.left(new ConversationId(3));
        assertThat(ids(unread)).containsExactly(2L);
    }

    @Test
    void readAgainTheWindowHoldsWhatIsThereNowAndTheOpenConversation() {
        unread.append(List.of(row(3, 30, 1), row(2, 20, 1), row(1, 10, 1)));
        changed(unread, 2L, row(2, 20, 0));
        assertThat(unread.start()).isNull();
        unread.replace(List.of(row(4, 40, 1), row(1, 10, 1)), row -> row.id().value() == 2);
        assertThat(ids(unread)).containsExactly(4L, 2L, 1L);
        unread.replace(List.of(row(4, 40, 1), row(1, 10, 1)), row -> false);
        assertThat(ids(unread)).containsExactly(4L, 1L);
        assertThat(unread.moreAfter()).isFalse();
    }

    @Test
    void inTheMiddleOfTheListAReadingAgainBeginsJustBeforeTheFirstRow() {
        all.append(page(1000, 51));
        all.append(page(950, 51));
        all.append(page(900, 20));
        ConversationRow first = all.rows().getFirst();
        RowKey start = Objects.requireNonNull(all.start());
        assertThat(start.at()).isEqualTo(first.lastAt());
        assertThat(start.id().value()).isEqualTo(first.id().value() + 1);
        all.replace(all.rows().stream().toList(), row -> false);
        assertThat(ids(all)).hasSize(100).startsWith(980L).endsWith(881L);
        assertThat(all.start()).isEqualTo(start);
    }

    @Test
    void inUnreadWhatIsSeenAndNotOpenLeavesAndAnUnreadOneStaysWhenLeft() {
        unread.append(List.of(row(3, 30, 1), row(2, 20, 1)));
        changed(unread, 2L, row(3, 30, 0));
        unread.left(new ConversationId(2));
        assertThat(ids(unread)).containsExactly(2L);
    }

    @Test
    void aChosenNumberShowsNoOthers() {
        ListWindow catering =
                new ListWindow(new ConversationQuery(new NumberId(2), Filter.ALL, ListOrder.NEWEST), CLOCK);
        changed(catering, row(3, 30, 1));
        assertThat(ids(catering)).isEmpty();
    }

    @Test
    void expiringSoonShowsWhatWaitsForAReplyTheLeastTimeLeftFirst() {
        ListWindow expiring = window(Filter.ALL, ListOrder.EXPIRING_SOON);
        changed(expiring, row(1, 60, 0), row(2, 30, 0), answered(3, 10), row(4, -24 * 60, 0));
        assertThat(ids(expiring)).containsExactly(2L, 1L);
    }

    @Test
    void neverMoreThanAHundredRowsHoweverFarAnAgentScrolls() {
        ListWindow window = window(Filter.ALL, ListOrder.NEWEST);
        window.append(page(1000, 51));
        assertThat(ids(window)).hasSize(50).startsWith(1000L);
        assertThat(window.moreAfter()).isTrue();
        window.append(page(950, 51));
        assertThat(window.moreBefore()).isFalse();
        window.append(page(900, 20));
        assertThat(ids(window)).hasSize(100).startsWith(980L).endsWith(881L);
        assertThat(window.moreBefore()).isTrue();
        assertThat(window.moreAfter()).isFalse();
        window.prepend(page(1000, 20));
        assertThat(ids(window)).hasSize(100).startsWith(1000L).endsWith(901L);
        assertThat(window.moreBefore()).isFalse();
        assertThat(window.moreAfter()).isTrue();
    }

    @Test
    void whatBelongsOutsideTheWindowIsNotShownInIt() {
        ListWindow window = window(Filter.ALL, ListOrder.NEWEST);
        window.append(page(1000, 51));
        changed(window, row(5, 5, 1));
        assertThat(ids(window)).doesNotContain(5L);
        window.append(page(950, 51));
        window.append(page(900, 51));
        changed(window, row(7, 2000, 1));
        assertThat(ids(window)).doesNotContain(7L);
        changed(window, row(window.rows().getFirst().id().value(), 3000, 1));
        assertThat(ids(window)).hasSize(99);
    }

    private static void changed(ListWindow window, ConversationRow... rows) {
        changed(window, null, rows);
    }

    private static void changed(ListWindow window, @Nullable Long open, ConversationRow... rows) {
        List<ConversationRow> fresh = List.of(rows);
        window.changed(
                fresh.stream().map(ConversationRow::id).toList(),
                fresh,
                open == null ? null : new ConversationId(open));
    }

    private static ListWindow window(Filter filter, ListOrder order) {
        return new ListWindow(new ConversationQuery(null, filter, order), CLOCK);
    }

    /** Rows with falling ids and times, the first of id {@code first}. */
    private static List<ConversationRow> page(long first, int count) {
        return LongStream.range(0, count)
                .mapToObj(i -> row(first - i, first - i, 0))
                .toList();
    }

    private static ConversationRow row(long id, long minute, int unseen) {
        return row(id, minute, true, false, unseen);
    }

    private static ConversationRow archived(long id, long minute) {
        return row(id, minute, false, true, 0);
    }

    private static ConversationRow answered(long id, long minute) {
        return row(id, minute, false, false, 0);
    }

    private static ConversationRow row(long id, long minute, boolean waiting, boolean archived, int unseen) {
        Instant at = NOW.plus(Duration.ofMinutes(minute));
        return new ConversationRow(
                new ConversationId(id),
                BAKERY,
                "Customer " + id,
                at,
                null,
                at.plus(Duration.ofHours(23)),
                waiting,
                archived,
                unseen,
                false);
    }

    private static List<Long> ids(ListWindow window) {
        return window.rows().stream().map(row -> row.id().value()).toList();
    }
}
