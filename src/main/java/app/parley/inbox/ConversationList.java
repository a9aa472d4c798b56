package app.parley.inbox;

import app.parley.conversations.ConversationId;
import app.parley.conversations.ConversationRow;
import app.parley.conversations.DeliveryState;
import app.parley.conversations.Filter;
import app.parley.numbers.NumberId;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.function.SerializableConsumer;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The list "Conversations". Shows a {@link ListWindow} and keeps the browser's rows: they are patched and moved. */
@Tag("parley-list")
@JsModule("context://modules/list.js")
@StyleSheet("context://styles/list.css")
final class ConversationList extends Component {

    private final Clock clock;
    private final PreviewWords words = new PreviewWords(this);
    private final Map<ConversationId, Row> rows = new HashMap<>();
    private final RowSelection picks;
    private final Function<ConversationId, Optional<String>> typing;
    private Map<NumberId, String> numberNames = Map.of();
    private @Nullable ListWindow window;
    private @Nullable ConversationId open;
    private int place;
    private int answers;

    /** @param typing what to say about who types in a conversation */
    ConversationList(Clock clock, RowSelection picks, Function<ConversationId, Optional<String>> typing) {
        this.clock = clock;
        this.picks = picks;
        this.typing = typing;
        picks.onChange(this::sync);
        set("role", "list");
        set("aria-label", getTranslation("inbox.list"));
        set("server-time", String.valueOf(clock.millis()));
        set("word-expired", getTranslation("inbox.row.expired"));
        set("word-blocked", getTranslation("inbox.row.blocked"));
        set("word-left", getTranslation("inbox.row.left"));
        set("word-select", getTranslation("inbox.row.select"));
        on("rows-pick", Pick.class, pick -> picks.set(pick.conversations(), pick.on()));
        getElement().addEventListener("rows-unpick", dom -> picks.clear());
    }

    void onOpen(Consumer<ConversationId> handler) {
        on("row-open", Long.class, id -> handler.accept(new ConversationId(id)));
    }

    /** Told with true when rows before the first are wanted, with false for those after the last. */
    void onMore(Consumer<Boolean> handler) {
        on("rows-more", Boolean.class, handler::accept);
    }

    /** @param names of the numbers that rows are to name from now on; none where all belong to one */
    void nameNumbers(Map<NumberId, String> names) {
        numberNames = names;
    }

    /** Nothing is selected any more. */
    void unpick() {
        picks.clear();
    }

    /** Shows another window from its top. */
    void show(ListWindow other) {
        window = other;
        set("slice", other.query().toString());
        set("selectable", other.query().filter() == Filter.ARCHIVED ? null : "");
        sync();
    }

    /** The window has changed; brings the browser's rows to what it holds now. */
    void sync() {
        if (window == null) {
            return;
        }
        List<ConversationRow> wanted = window.rows();
        rows.keySet().removeIf(id -> window.indexOf(id) < 0);
        List<Element> elements = wanted.stream().map(this::element).toList();
        ChildOrder.children(getElement(), elements);
        set("more-before", window.moreBefore() ? "" : null);
        set("more-after", window.moreAfter() ? "" : null);
        set("picking", picks.isEmpty() ? null : "");
        rememberPlace();
    }

    /** Tells the browser that what it asked for has come. */
    void answered() {
        answers++;
        set("answers", String.valueOf(answers));
    }

    void busy(boolean busy) {
        set("aria-busy", busy ? "true" : null);
    }

    void open(@Nullable ConversationId conversation) {
        ConversationId left = open;
        open = conversation;
        if (window != null) {
            if (left != null && !left.equals(conversation)) {
                window.left(left);
            }
            sync();
        }
    }

    Optional<ListWindow> window() {
        return Optional.ofNullable(window);
    }

    boolean holds(ConversationId conversation) {
        return rows.containsKey(conversation);
    }

    void typingChanged(Collection<ConversationId> conversations) {
        conversations.stream()
                .filter(rows::containsKey)
                .forEach(id -> Objects.requireNonNull(rows.get(id))
                        .typing(typing.apply(id).orElse(null)));
    }

    /** What stands below the open conversation, else above it, once {@code gone} have left. */
    Optional<ConversationId> next(Collection<ConversationId> gone) {
        List<ConversationId> ids = window == null
                ? List.of()
                : window.rows().stream().map(ConversationRow::id).toList();
        Optional<ConversationId> below = ids.stream()
                .skip(place)
                .filter(id -> !gone.contains(id) && !id.equals(open))
                .findFirst();
        return below.or(
                () -> ids.stream().limit(place).filter(id -> !gone.contains(id)).reduce((first, second) -> second));
    }

    /** Where the open conversation stands, or stood before it left the list. */
    private void rememberPlace() {
        int now = open == null || window == null ? -1 : window.indexOf(open);
        if (now >= 0) {
            place = now;
        }
    }

    private Element element(ConversationRow row) {
        Row shown = rows.get(row.id());
        if (shown == null) {
            shown = new Row(row);
            shown.typing(typing.apply(row.id()).orElse(null));
            rows.put(row.id(), shown);
        }
        String preview = words.of(row.preview());
        String number = numberNames.get(row.numberId());
        shown.show(row, preview, number, label(row, preview, number), clock.instant());
        shown.open(row.id().equals(open));
        shown.picked(picks.contains(row.id()));
        return shown.element();
    }

    /** What the row is called aloud; the browser adds the times, which only it can say in the reader's zone. */
    private String label(ConversationRow row, String preview, @Nullable String number) {
        String words = row.unseen() > 0
                ? getTranslation("inbox.row.unread", PlainName.of(row.customerName()), row.unseen(), preview)
                : getTranslation("inbox.row.read", PlainName.of(row.customerName()), preview);
        DeliveryState state = row.preview() == null ? null : row.preview().state();
        String told = state == DeliveryState.FAILED || state == DeliveryState.UNKNOWN
                ? getTranslation("inbox.row." + state, words)
                : words;
        return number == null ? told : getTranslation("inbox.row.number", told, PlainName.of(number));
    }

    private <T> void on(String event, Class<T> detail, SerializableConsumer<T> handler) {
        getElement()
                .addEventListener(event, dom -> handler.accept(dom.getEventDetail(detail)))
                .addEventDetail();
    }

    private void set(String attribute, @Nullable String value) {
        if (value == null) {
            getElement().removeAttribute(attribute);
        } else {
            getElement().setAttribute(attribute, value);
        }
    }

    /** What the browser says when rows are picked or let go. */
    record Pick(List<Long> rows, boolean on) {
        List<ConversationId> conversations() {
            return rows.stream().map(ConversationId::new).toList();
        }
    }
}
