package app.parley.inbox.chat;

import app.parley.conversations.ChatHeader;
import app.parley.conversations.Content;
import app.parley.conversations.ConversationId;
import app.parley.conversations.Conversations;
import app.parley.conversations.MessageId;
import app.parley.conversations.Refusal;
import app.parley.live.Typing;
import app.parley.media.Uploads;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/**
 * The reply box. The browser owns the text (modules/composer.js) and names the conversation it was written for in every
 * call, so that a text never goes to another customer, however quickly the agent moves on.
 */
@Tag("parley-composer")
@JsModule("context://modules/composer.js")
class Composer extends Component implements HasComponents {

    private final Conversations conversations;
    private final SendActions counter;
    private final Typing typing;
    private final Typing.Typist me;
    private final Runnable sent;
    private final TypingLine typists = new TypingLine();
    private final LockNotice notice = new LockNotice();
    private final PausedNotice paused = new PausedNotice();
    private final PushConnection wire;
    private @Nullable ConversationId conversation;

    /** @param sent called after each attempt to reply in the open conversation, whatever came of it */
    Composer(Conversations conversations, Uploads uploads, Typing typing, Typing.Typist me, Runnable sent) {
        this.conversations = conversations;
        this.counter = new SendActions(conversations, uploads, me.agent());
        this.typing = typing;
        this.me = me;
        this.sent = sent;
        wire = new PushConnection(() -> typing.stopped(me));
        getElement()
                .setAttribute("agent", String.valueOf(me.agent().value()))
                .setAttribute("limit", String.valueOf(Conversations.MAX_TEXT_LENGTH))
                .setAttribute("too-long", getTranslation("chat.too-long", Conversations.MAX_TEXT_LENGTH))
                .setAttribute("offline", getTranslation("chat.offline"))
                .setAttribute("no-answer", getTranslation("chat.no-answer"))
                .setAttribute("sent-after-all", getTranslation("chat.sent-after-all"))
                .setAttribute("not-queued", getTranslation("chat.not-queued"))
                .setAttribute("caption-limit", String.valueOf(Conversations.MAX_CAPTION_LENGTH))
                .setAttribute(
                        "caption-too-long", getTranslation("chat.caption-too-long", Conversations.MAX_CAPTION_LENGTH))
                .setAttribute("most-files", String.valueOf(SendActions.MOST_FILES))
                .setAttribute("limits", AttachWords.limits())
                .setAttribute("words", AttachWords.words(this));
        Div extras = new Div();
        extras.addClassName("composer-extras");
        Div reply = new Div(extras, text(), problem(), under());
        reply.addClassName("composer-reply");
        add(paused, reply, notice);
    }

    /** The agent wants to send a template. */
    void onTemplate(Runnable handler) {
        notice.onTemplate(handler);
    }

    void open(ChatHeader header) {
        leave();
        conversation = header.id();
        getElement().setAttribute("draft", header.draft());
        getElement().setAttribute("conversation", String.valueOf(header.id().value()));
        showTypists();
    }

    /** The agent goes elsewhere or the tab is gone: nobody shall be told that they still type here. */
    void leave() {
        if (conversation != null) {
            conversation = null;
            typing.stopped(me);
        }
        getElement().removeAttribute("conversation");
    }

    void show(ChatHeader header, ReplyLock lock) {
        paused.show(header);
        if (getElement().hasAttribute("locked") != (lock != ReplyLock.OPEN)) {
            getElement().setAttribute("locked", lock != ReplyLock.OPEN);
        }
        notice.show(lock, FirstName.of(header.customerName()));
    }

    void showTypists() {
        typists.show(conversation == null ? List.of() : others(conversation));
    }

    private List<String> others(ConversationId conversation) {
        return typing.in(conversation).stream()
                .filter(typist -> !typist.agent().equals(me.agent()))
                .map(Typing.Typist::firstName)
                .toList();
    }

    /**
     * @param quoted the id of the message it answers; null for none
     * @param files the ids of what was uploaded for it
     * @return why it was refused, in words; null when it stands in the queue
     */
    @ClientCallable
    @Nullable
    String send(String target, String text, String key, @Nullable String quoted, ArrayNode files) {
        ConversationId to = id(target);
        typing.stopped(me);
        MessageId answers = quoted == null ? null : new MessageId(Long.parseLong(quoted));
        List<String> ids = files.valueStream().map(JsonNode::asString).toList();
        return told(to, counter.send(to, text, key, answers, ids));
    }

    private @Nullable String told(ConversationId to, @Nullable Refusal refusal) {
        if (to.equals(conversation)) {
            sent.run();
        }
        return refusal == null ? null : getTranslation("chat.refused." + refusal);
    }

    @ClientCallable
    void draft(String target, String text) {
        conversations.draft(me.agent(), id(target), text);
    }

    @ClientCallable
    void typing(String target) {
        ConversationId where = id(target);
        if (where.equals(conversation)) {
            typing.typing(me, where);
            getUI().ifPresent(wire::watch);
        }
    }

    @ClientCallable
    void stopped(String target) {
        if (id(target).equals(conversation)) {
            typing.stopped(me);
        }
    }

    private static ConversationId id(String target) {
        return new ConversationId(Long.parseLong(target));
    }

    private TextArea text() {
        TextArea area = new TextArea();
        area.addClassName("composer-text");
        area.setAriaLabel(getTranslation("chat.message"));
        area.setPlaceholder(getTranslation("chat.placeholder"));
        area.setMinRows(2);
        area.setMaxRows(6);
        return area;
    }

    private static Paragraph problem() {
        Paragraph problem = new Paragraph();
        problem.addClassName("composer-problem");
        problem.getElement().setAttribute("role", "alert").setAttribute("hidden", true);
        return problem;
    }

    private Div under() {
        Span count = new Span();
        count.addClassName("composer-count");
        Span shortcut = new Span("Ctrl ↵");
        shortcut.getElement().setAttribute("aria-hidden", "true");
        shortcut.addClassName("kbd");
        Button send = new Button(getTranslation("chat.send"));
        send.addClassName("composer-send");
        send.setSuffixComponent(shortcut);
        AttachButton attach = attach();
        EmojiButton emoji = new EmojiButton();
        Div under = new Div(attach, attach.menu(), emoji, emoji.choice(), count, typists, send);
        under.addClassName("composer-under");
        return under;
    }

    private AttachButton attach() {
        AttachButton attach = new AttachButton();
        attach.add("📍", getTranslation("chat.attach.location"), () -> ask(LocationDialog::new));
        attach.add("👤", getTranslation("chat.attach.contact"), () -> ask(ContactDialog::new));
        return attach;
    }

    /** What is asked for goes to the conversation that is open now, whatever is open when it is sent. */
    private void ask(Function<BiFunction<Content, String, @Nullable Refusal>, SendDialog> dialog) {
        ConversationId to = conversation;
        if (to != null) {
            dialog.apply((content, key) -> {
                        Refusal refusal = counter.send(to, content, key);
                        told(to, refusal);
                        return refusal;
                    })
                    .open();
        }
    }
}
