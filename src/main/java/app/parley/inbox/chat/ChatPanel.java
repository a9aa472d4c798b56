package app.parley.inbox.chat;

import app.parley.billing.ConversationCost;
import app.parley.billing.ConversationCosts;
import app.parley.conversations.ArchivingId;
import app.parley.conversations.Blocking;
import app.parley.conversations.ChatHeader;
import app.parley.conversations.ConversationId;
import app.parley.conversations.Conversations;
import app.parley.conversations.InboxQueries;
import app.parley.conversations.NumberCount;
import app.parley.live.LiveUpdates;
import app.parley.live.Typing;
import app.parley.media.Media;
import app.parley.media.Uploads;
import app.parley.privacy.Erasures;
import app.parley.team.Agent;
import app.parley.team.AgentId;
import app.parley.team.CurrentAgent;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Scope;

/** The right column: one open conversation. */
@SpringComponent
@Scope(BeanDefinition.SCOPE_PROTOTYPE)
@StyleSheet("context://styles/chat.css")
@StyleSheet("context://styles/bubble.css")
@StyleSheet("context://styles/template.css")
@StyleSheet("context://styles/attach.css")
public class ChatPanel extends Div {

    private final InboxQueries queries;
    private final Conversations conversations;
    private final LiveUpdates updates;
    private final Typing typing;
    private final TemplateSending templates;
    private final ConversationCosts costs;
    private final Clock clock;
    private final AgentId agent;
    private final String myName;
    private final MessageLoader loader;
    private final ChatHeaderBar header;
    private final MessagePane messages;
    private final Composer composer;
    private final EmptyChat empty = new EmptyChat();
    private Runnable closed = () -> {};
    private Consumer<List<ArchivingId>> archived = archivings -> {};
    private Consumer<ConversationId> opened = conversation -> {};
    private @Nullable ChatLive live;
    private @Nullable ConversationId beginning;

    public ChatPanel(
            InboxQueries queries,
            Conversations conversations,
            Media media,
            TemplateSending templates,
            Uploads uploads,
            LiveUpdates updates,
            Typing typing,
            CurrentAgent currentAgent,
            ConversationCosts costs,
            Blocking blocking,
            Erasures erasures,
            Clock clock) {
        this.queries = queries;
        this.conversations = conversations;
        this.updates = updates;
        this.typing = typing;
        this.templates = templates;
        this.costs = costs;
        this.clock = clock;
        Agent me = currentAgent.require();
        // Kept here: threads that read for this screen have no signed-in agent of their own.
        agent = Objects.requireNonNull(me.id());
        myName = me.name();
        loader = new MessageLoader(queries, agent);
        Typing.Typist typist =
                new Typing.Typist(agent, me.firstName(), UUID.randomUUID().toString());
        header = new ChatHeaderBar(
                this::leave, this::archive, this::markUnread, this::tellTime, new BlockTool(blocking, agent, clock));
        if (me.isAdmin()) {
            header.offer(new CustomerMenu(erasures, agent, this::conversation, this::leave));
        }
        messages = new MessagePane(
                loader,
                new MessageActions(
                        conversations, media, agent, conversation -> opened.accept(conversation), this::writeTemplate),
                clock);
        composer = new Composer(conversations, uploads, typing, typist, this::sent);
        composer.onTemplate(this::writeTemplate);
        header.onTemplate(this::writeTemplate);
        addClassName("chat");
        add(empty, header);
        getElement().appendChild(messages.getElement());
        add(composer);
        close();
    }

    /** Lands on the first unseen message. Does nothing if the conversation is open already. */
    public void open(ConversationId conversation) {
        if (conversation().filter(conversation::equals).isPresent()) {
            return;
        }
        Optional<ChatHeader> found = queries.header(agent, conversation);
        if (found.isEmpty()) {
            close();
            return;
        }
        getElement().setAttribute("open", true);
        composer.open(found.get());
        messages.open(loader.open(conversation), ChatParticipants.of(found.get().customerName(), myName));
        show(found.get());
        header.showCost(costs.of(agent, conversation));
        boolean begins = conversation.equals(beginning);
        beginning = null;
        if (begins) {
            begin(conversation);
        }
    }

    /** With a template, where nothing else can be sent: at once, or as soon as the conversation is opened. */
    public void begin(ConversationId conversation) {
        beginning = conversation;
        conversation()
                .filter(conversation::equals)
                .flatMap(open -> queries.header(agent, open))
                .ifPresent(found -> {
                    beginning = null;
                    ReplyLock lock = ReplyLock.of(found, clock.instant());
                    if (lock != ReplyLock.OPEN && lock.takesTemplates()) {
                        writeTemplate(found);
                    }
                });
    }

    /** Chooses, fills in and sends a template in the open conversation. */
    void writeTemplate() {
        conversation().flatMap(open -> queries.header(agent, open)).ifPresent(this::writeTemplate);
    }

    private void writeTemplate(ChatHeader to) {
        if (!to.archived()) {
            new TemplatePicker(templates, agent, to, clock, this::sent).open();
        }
    }

    public void close() {
        getElement().removeAttribute("open");
        composer.leave();
        messages.close();
        showWaiting();
    }

    /** The agent wants to see the list again: the arrow on a phone, or "Mark as unread". */
    public void onClosed(Runnable handler) {
        closed = handler;
    }

    public void onArchived(Consumer<List<ArchivingId>> handler) {
        archived = handler;
    }

    /** The agent goes on to another conversation: with somebody whose contact card they were sent. */
    public void onOpened(Consumer<ConversationId> handler) {
        opened = handler;
    }

    public Optional<ConversationId> conversation() {
        return Optional.ofNullable(messages.shown()).map(MessageRange::conversation);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        live = new ChatLive(event.getUI(), updates, typing, this);
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (live != null) {
            live.close();
            live = null;
        }
        composer.leave();
    }

    /** Reads again what is shown. Called without the session's lock; what it returns is run under it. */
    Runnable readAgain() {
        MessageRange before = messages.shown();
        if (before == null) {
            int unseen = unseen();
            return () -> empty.show(unseen);
        }
        Optional<ChatHeader> now = queries.header(agent, before.conversation());
        MessageRange after = loader.again(before);
        Optional<ConversationCost> cost = costs.of(agent, before.conversation());
        return () -> {
            showAgain(before, now, after);
            if (conversation().filter(before.conversation()::equals).isPresent()) {
                header.showCost(cost);
            }
        };
    }

    void showTypists() {
        composer.showTypists();
    }

    private void showAgain(MessageRange before, Optional<ChatHeader> now, MessageRange after) {
        if (!before.equals(messages.shown())) {
            // The agent paged or sent meanwhile: what was read is too old to be shown.
            if (live != null) {
                live.refresh();
            }
        } else if (now.isEmpty()) {
            leave();
        } else {
            messages.show(after);
            show(now.get());
        }
    }

    private void show(ChatHeader now) {
        Instant instant = clock.instant();
        header.show(now, instant);
        ReplyLock lock = ReplyLock.of(now, instant);
        composer.show(now, lock);
        messages.lock(lock != ReplyLock.OPEN);
    }

    private void sent() {
        messages.showSent();
        showHeader();
    }

    private void tellTime() {
        header.tell(clock.instant());
        showHeader();
    }

    private void showHeader() {
        conversation().ifPresent(open -> queries.header(agent, open).ifPresentOrElse(this::show, this::leave));
    }

    private void archive() {
        conversation().ifPresent(open -> {
            List<ArchivingId> archivings = conversations.archive(agent, List.of(open));
            showHeader();
            archived.accept(archivings);
        });
    }

    private void markUnread() {
        conversation().ifPresent(open -> {
            conversations.markUnread(agent, open);
            leave();
        });
    }

    private void leave() {
        close();
        closed.run();
    }

    private void showWaiting() {
        empty.show(unseen());
    }

    private int unseen() {
        return queries.numbers(agent).stream().mapToInt(NumberCount::unseen).sum();
    }
}
