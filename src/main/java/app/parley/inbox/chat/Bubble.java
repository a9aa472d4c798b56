package app.parley.inbox.chat;

import app.parley.conversations.ChatMessage;
import app.parley.conversations.DeliveryState;
import app.parley.conversations.Direction;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.dom.Element;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One message as a single element, told by attributes what to draw (modules/bubble.js), so that a tab stays small. */
final class Bubble {

    private final Element element = new Element("parley-bubble");
    private @Nullable ChatMessage shown;
    private @Nullable RemedyView offered;

    Element element() {
        return element;
    }

    /** Does nothing if neither the message nor what can be done about it has changed. */
    void show(ChatMessage message, ChatParticipants people, boolean beginsTheNew, Instant now, Component words) {
        RemedyView remedy = RemedyView.of(message, now, words);
        if (message.equals(shown) && Objects.equals(remedy, offered)) {
            return;
        }
        shown = message;
        offered = remedy;
        set("role", "listitem");
        set("message-id", String.valueOf(message.id().value()));
        set("direction", message.direction() == Direction.INBOUND ? "in" : "out");
        set("at", String.valueOf(message.at().toEpochMilli()));
        set("author", message.direction() == Direction.INBOUND ? people.customer() : message.agentName());
        set("agent", message.agentName() == null ? null : FirstName.of(message.agentName()));
        set("unseen", message.unseen() ? "" : null);
        set("divider", beginsTheNew ? words.getTranslation("chat.new") : null);
        showContent(message, people, words);
        showState(message, now, words);
        set("remedy", JsonAttribute.json(remedy));
    }

    /** What happened, what was taken back, or what is said. */
    private void showContent(ChatMessage message, ChatParticipants people, Component words) {
        String notice = NoticeWords.of(message, people, words);
        boolean said = notice == null && !message.revoked();
        set("notice", notice);
        set("revoked", message.revoked() ? revoked(message, people, words) : null);
        set("kind-label", said ? KindWords.of(message, words) : null);
        set("text", said ? BubbleText.of(message) : null);
        set("mark", said ? MarkWords.of(message, words) : null);
        set("edited", said && message.edited() ? words.getTranslation("chat.edited") : null);
        set("quote", JsonAttribute.json(said ? QuoteView.of(message, people, words) : null));
        set("media", JsonAttribute.json(said ? MediaView.of(message, words) : null));
        set("template", JsonAttribute.json(said ? template(message, words) : null));
        set("cards", JsonAttribute.json(said ? Cards.of(message, words) : null));
        set("reactions", JsonAttribute.json(ReactionView.of(message, people, words)));
        set("actions", BubbleActions.arePossible(message) ? "" : null);
        set("own-reaction", message.ownReaction());
    }

    private static @Nullable TemplateView template(ChatMessage message, Component words) {
        return message.details() == null
                ? null
                : TemplateView.of(message.details().template(), words);
    }

    private static String revoked(ChatMessage message, ChatParticipants people, Component words) {
        return message.direction() == Direction.INBOUND
                ? words.getTranslation("chat.revoked", people.customerFirst())
                : words.getTranslation("chat.revoked.ours");
    }

    private void showState(ChatMessage message, Instant now, Component words) {
        DeliveryState state = message.state();
        set("state", state == null ? null : state.name().toLowerCase(Locale.ROOT));
        set("state-label", state == null ? null : words.getTranslation("chat.state." + state));
        set("error", StateWords.of(message, now, words));
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
