package app.parley.inbox.chat;

import app.parley.conversations.ChatMessage;
import app.parley.conversations.ChatWindow;
import app.parley.conversations.ConversationId;
import app.parley.conversations.MessageId;
import app.parley.conversations.Refusal;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.dom.Element;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** The messages of the open conversation. The browser scrolls and looks (modules/messages.js), this side reads. */
@Tag("parley-messages")
@JsModule("context://modules/bubble.js")
@JsModule("context://modules/messages.js")
class MessagePane extends Component {

    /** Where in the view a message that was led to stands; with none, the end of all. */
    private enum Landing {
        START,
        MIDDLE,
        END
    }

    private final MessageLoader loader;
    private final MessageActions actions;
    private final BubbleList bubbles;
    private volatile @Nullable MessageRange shown;

    MessagePane(MessageLoader loader, MessageActions actions, Clock clock) {
        this.loader = loader;
        this.actions = actions;
        Element list = PaneParts.list();
        bubbles = new BubbleList(list, clock, this);
        getElement()
                .appendChild(
                        PaneParts.scroller(list, this),
                        PaneParts.pill("up"),
                        PaneParts.pill("down"),
                        PaneParts.announcer(),
                        PaneParts.toEnd(this));
        getElement().setAttribute("words", PaneParts.words(this));
        getElement().setAttribute("more-unread", getTranslation("chat.more-unread"));
        getElement().setAttribute("today", getTranslation("chat.today"));
        getElement().setAttribute("yesterday", getTranslation("chat.yesterday"));
    }

    /** Lands on the first unseen message, under a divider that stays until the conversation is left; else at the end. */
    void open(MessageRange stretch, ChatParticipants people) {
        MessageId firstUnseen = stretch.messages().stream()
                .filter(ChatMessage::unseen)
                .map(ChatMessage::id)
                .findFirst()
                .orElse(null);
        bubbles.clear(people, firstUnseen);
        getElement()
                .setAttribute(
                        "conversation", String.valueOf(stretch.conversation().value()));
        getElement().setAttribute("customer", people.customer());
        show(stretch);
        land(firstUnseen, Landing.START);
    }

    void close() {
        shown = null;
        bubbles.clear(ChatParticipants.NOBODY, null);
        getElement().removeAttribute("conversation");
    }

    /** Patches what differs; the view stays where it is. */
    void show(MessageRange stretch) {
        shown = stretch;
        ChatWindow window = stretch.window();
        bubbles.show(window.messages());
        flag("has-older", window.hasOlder());
        flag("has-newer", window.hasNewer());
        set("unseen-before", String.valueOf(window.unseenBefore()));
        set("unseen-after", String.valueOf(window.unseenAfter()));
    }

    /** Null while no conversation is open. Any thread may ask. */
    @Nullable
    MessageRange shown() {
        return shown;
    }

    /** The agent's own message just went into the queue: it stands here at once, in view. */
    void showSent() {
        MessageRange before = shown;
        if (before != null) {
            show(before.window().hasNewer() ? loader.end(before.conversation()) : loader.again(before));
            land(null, Landing.END);
        }
    }

    @ClientCallable
    void older(String conversation) {
        MessageRange before = open(conversation);
        if (before != null && before.window().hasOlder()) {
            show(loader.older(before));
        }
    }

    @ClientCallable
    void newer(String conversation) {
        MessageRange before = open(conversation);
        if (before != null && before.window().hasNewer()) {
            show(loader.newer(before));
        }
    }

    /** The agent jumps to the end, past what is not loaded. */
    @ClientCallable
    void end(String conversation) {
        MessageRange before = open(conversation);
        if (before != null) {
            show(loader.end(before.conversation()));
            land(null, Landing.END);
        }
    }

    /** Leads to the nearest unseen message outside of what is loaded. */
    @ClientCallable
    void unseen(String conversation, boolean older) {
        MessageRange before = open(conversation);
        if (before == null || before.messages().isEmpty()) {
            return;
        }
        MessageRange around = loader.aroundUnseen(before, older);
        MessageId target = around.unseenBeyond(before, older);
        if (target == null) {
            // A colleague was faster.
            show(loader.again(before));
            return;
        }
        show(around);
        land(target, older ? Landing.END : Landing.START);
    }

    /** Leads to a message that is quoted and not loaded. */
    @ClientCallable
    void jump(String conversation, String message) {
        MessageRange before = open(conversation);
        MessageId target = new MessageId(Long.parseLong(message));
        if (before != null) {
            loader.around(before.conversation(), target).ifPresent(around -> {
                show(around);
                land(target, Landing.MIDDLE);
            });
        }
    }

    /** The file of a message is to be fetched once more. */
    @ClientCallable
    void tryAgain(String conversation, String message) {
        MessageRange stretch = open(conversation);
        if (stretch != null && !actions.tryAgain(new MessageId(Long.parseLong(message)))) {
            // Somebody else was faster, or the message is gone: what is true now stands there instead.
            show(loader.again(stretch));
        }
    }

    /** What the agent chose to do about a message that was not sent. */
    @ClientCallable
    void remedy(String conversation, String message, String act) {
        MessageRange stretch = open(conversation);
        if (stretch != null) {
            actions.remedy(new MessageId(Long.parseLong(message)), act).ifPresent(refusal -> {
                Toast.say(getTranslation("chat.refused." + refusal)).setAssertive(true);
            });
            show(loader.again(stretch));
        }
    }

    /**
     * @param emoji empty to take the reaction back
     * @return why it was refused, in words; null when it is on its way
     */
    @ClientCallable
    @Nullable
    String react(String conversation, String message, String emoji) {
        MessageRange stretch = open(conversation);
        if (stretch == null) {
            return null;
        }
        Refusal refusal = actions.react(stretch.conversation(), new MessageId(Long.parseLong(message)), emoji);
        show(loader.again(stretch));
        return refusal == null ? null : getTranslation("chat.refused." + refusal);
    }

    /** While no reply is possible, no message offers one. */
    void lock(boolean locked) {
        flag("locked", locked);
    }

    /** Leads to a person whose contact card stands here, and to nobody else. */
    @ClientCallable
    void startChat(String conversation, String waId) {
        MessageRange stretch = open(conversation);
        if (stretch != null && stretch.names(waId)) {
            actions.startChat(stretch.conversation(), waId);
        }
    }

    /**
     * The browser has shown these to the agent, perhaps just before it left the conversation; which of them the agent
     * was entitled to is checked where they are marked.
     */
    @ClientCallable
    void seen(String conversation, ArrayNode messages) {
        List<MessageId> ids = messages.valueStream()
                .filter(JsonNode::isIntegralNumber)
                .map(id -> new MessageId(id.longValue()))
                .toList();
        actions.seen(new ConversationId(Long.parseLong(conversation)), ids);
    }

    /** What the browser asks may be about a conversation that has been left since. */
    private @Nullable MessageRange open(String conversation) {
        MessageRange stretch = shown;
        return stretch != null && String.valueOf(stretch.conversation().value()).equals(conversation) ? stretch : null;
    }

    private void land(@Nullable MessageId message, Landing where) {
        String target = message == null ? null : String.valueOf(message.value());
        getElement().executeJs("this.land($0, $1)", target, where.name().toLowerCase(Locale.ROOT));
    }

    private void flag(String attribute, boolean on) {
        if (on) {
            set(attribute, "");
        } else {
            getElement().removeAttribute(attribute);
        }
    }

    private void set(String attribute, String value) {
        if (!Objects.equals(getElement().getAttribute(attribute), value)) {
            getElement().setAttribute(attribute, value);
        }
    }
}
