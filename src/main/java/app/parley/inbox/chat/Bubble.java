package app.parley.inbox.chat;

import app.parley.conversations.ChatMessage;
import app.parley.conversations.DeliveryState;
import app.parley.conversations.Direction;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.dom.Element;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One message as a single element, told by attributes what to draw (modules/bubble.js), so that a tab stays small. */
final class Bubble {

    private final Element element = new Element("parley-bubble");
    private @Nullable ChatMessage shown;

    Element element() {
        return element;
    }

    /** Does nothing if the message has not changed. */
    void show(ChatMessage message, String customer, boolean beginsTheNew, Component words) {
        if (message.equals(shown)) {
            return;
        }
        shown = message;
        set("role", "listitem");
        set("message-id", String.valueOf(message.id().value()));
        set("direction", message.direction() == Direction.INBOUND ? "in" : "out");
        set("at", String.valueOf(message.at().toEpochMilli()));
        set("kind-label", KindWords.of(message, words));
        set("text", message.text());
        set("author", message.direction() == Direction.INBOUND ? customer : message.agentName());
        set("agent", message.agentName() == null ? null : FirstName.of(message.agentName()));
        set("unseen", message.unseen() ? "" : null);
        set("divider", beginsTheNew ? words.getTranslation("chat.new") : null);
        showState(message, words);
    }

    private void showState(ChatMessage message, Component words) {
        DeliveryState state = message.state();
        set("state", state == null ? null : state.name().toLowerCase(Locale.ROOT));
        set("state-label", state == null ? null : words.getTranslation("chat.state." + state));
        set("error", StateWords.of(message, words));
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
}
