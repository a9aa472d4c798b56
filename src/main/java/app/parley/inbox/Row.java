package app.parley.inbox;

import app.parley.conversations.ConversationRow;
import app.parley.conversations.DeliveryState;
import app.parley.conversations.Preview;
import com.vaadin.flow.dom.Element;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One row of the list: a single element, told by attributes what to draw (modules/row.js), so that a tab stays small. */
final class Row {

    private final Element element = new Element("parley-row");

    Row(ConversationRow row) {
        set("role", "listitem");
        set("row", String.valueOf(row.id().value()));
    }

    Element element() {
        return element;
    }

    /**
     * @param number which of our numbers it belongs to; null where that goes without saying
     * @param label what assistive technology calls the row, but for the times
     * @param now by the server's clock: what has ended by it has ended, however late the browser's clock is
     */
    void show(ConversationRow row, String preview, @Nullable String number, String label, Instant now) {
        Instant ends = row.sessionEndsAt();
        boolean over = row.archived() || (ends != null && !now.isBefore(ends));
        set("label", label);
        set("name", PlainName.of(row.customerName()));
        set("initials", Avatar.initials(row.customerName()));
        set("hue", String.valueOf(Avatar.hue(row.customerName())));
        set("number", number);
        set("preview", preview);
        set("tick", tick(row.preview()));
        set("at", millis(row.lastAt()));
        set("ends", row.blocked() ? null : over ? "0" : millis(ends));
        flag("blocked", row.blocked());
        flag("unread", row.unseen() > 0);
    }

    void open(boolean open) {
        set("aria-current", open ? "true" : null);
    }

    void picked(boolean picked) {
        flag("picked", picked);
    }

    /** @param words such as "Ben is typing…"; null when nobody is */
    void typing(@Nullable String words) {
        set("typing", words);
    }

    private void flag(String attribute, boolean on) {
        set(attribute, on ? "" : null);
    }

    /** Only what differs goes to the browser. */
    private void set(String attribute, @Nullable String value) {
        if (Objects.equals(element.getAttribute(attribute), value)) {
            return;
        }
        if (value == null) {
            element.removeAttribute(attribute);
        } else {
            element.setAttribute(attribute, value);
        }
    }

    private static @Nullable String millis(@Nullable Instant instant) {
        return instant == null ? null : String.valueOf(instant.toEpochMilli());
    }

    private static @Nullable String tick(@Nullable Preview preview) {
        DeliveryState state = preview == null ? null : preview.state();
        if (state == null) {
            return null;
        }
        return switch (state) {
            case QUEUED, ACCEPTED -> "waiting";
            case READ, PLAYED -> "read";
            case SENT, DELIVERED, FAILED, UNKNOWN -> state.name().toLowerCase(Locale.ROOT);
        };
    }
}
