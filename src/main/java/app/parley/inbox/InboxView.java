package app.parley.inbox;

import app.parley.conversations.ArchivingId;
import app.parley.conversations.ConversationId;
import app.parley.conversations.Conversations;
import app.parley.conversations.InboxQueries;
import app.parley.conversations.NumberCount;
import app.parley.conversations.RefusedException;
import app.parley.inbox.chat.ChatPanel;
import app.parley.live.LiveUpdates;
import app.parley.live.Typing;
import app.parley.team.AgentId;
import app.parley.team.CurrentAgent;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The inbox: the list on the left, the open conversation on the right. Its address says all that it shows. */
@Route("")
@PermitAll
@StyleSheet("context://styles/inbox.css")
public class InboxView extends Div implements AfterNavigationObserver {

    private final Conversations conversations;
    private final InboxQueries queries;
    private final LiveUpdates updates;
    private final Typing typing;
    private final AgentId agent;
    private final ChatPanel chat;
    private final ConversationList list;
    private final ListPanel panel;
    private @Nullable InboxUpdates feed;

    InboxView(
            Conversations conversations,
            InboxQueries queries,
            LiveUpdates updates,
            Typing typing,
            CurrentAgent currentAgent,
            ChatPanel chat,
            Clock clock) {
        this.conversations = conversations;
        this.queries = queries;
        this.updates = updates;
        this.typing = typing;
        this.agent = currentAgent.id();
        this.chat = chat;
        RowSelection picks = new RowSelection();
        list = new ConversationList(clock, picks, new TypingWords(typing, agent, this)::in);
        panel = new ListPanel(
                queries,
                agent,
                clock,
                list,
                new SelectionBar(picks, this::markUnread, this::archive),
                this::go,
                this::begin);
        chat.onClosed(() -> go(panel.address().withConversation(null)));
        chat.onOpened(conversation -> go(panel.address().withConversation(conversation)));
        chat.onArchived(archivings -> chat.conversation().ifPresent(gone -> archived(archivings, List.of(gone))));
        addClassName("inbox");
        add(panel, chat);
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        feed = new InboxUpdates(agent, queries, updates, typing, attach.getUI(), panel);
        panel.readWith(feed.reader());
    }

    @Override
    protected void onDetach(DetachEvent detach) {
        if (feed != null) {
            feed.close();
        }
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        show(InboxAddress.of(event.getLocation().getQueryParameters()));
    }

    /** The address that is shown already is shown again, without a second step back to it in the browser's history. */
    private void go(InboxAddress address) {
        if (address.equals(panel.address())) {
            show(address);
        } else {
            getUI().ifPresent(ui -> ui.navigate(InboxView.class, address.query()));
        }
    }

    private void show(InboxAddress address) {
        panel.show(address, () -> open(panel.address().conversation()));
    }

    private void open(@Nullable ConversationId conversation) {
        if (conversation == null) {
            close();
            return;
        }
        panel.ifExists(
                conversation,
                () -> {
                    panel.open(conversation);
                    chat.open(conversation);
                    addClassName("conversation-open");
                },
                this::close);
    }

    private @Nullable String begin(NumberCount number, String waId) {
        try {
            ConversationId conversation = conversations.begin(agent, number.id(), waId);
            InboxAddress here = panel.address();
            boolean elsewhere = here.number() != null && !number.phoneNumberId().equals(here.number());
            go((elsewhere ? here.withNumber(number.phoneNumberId()) : here).withConversation(conversation));
            chat.begin(conversation);
            return null;
        } catch (RefusedException e) {
            return getTranslation("chat.refused." + e.refusal());
        }
    }

    private void close() {
        panel.open(null);
        chat.close();
        removeClassName("conversation-open");
    }

    private void markUnread(List<ConversationId> picked) {
        picked.forEach(conversation -> conversations.markUnread(agent, conversation));
        if (chat.conversation().filter(picked::contains).isPresent()) {
            go(panel.address().withConversation(null));
        }
    }

    private void archive(List<ConversationId> picked) {
        archived(conversations.archive(agent, picked), picked);
    }

    private void archived(List<ArchivingId> archivings, List<ConversationId> gone) {
        if (!archivings.isEmpty()) {
            new UndoToast(conversations, agent, archivings).open();
        }
        if (chat.conversation().filter(gone::contains).isPresent()) {
            go(panel.address().withConversation(list.next(gone).orElse(null)));
        }
    }
}
