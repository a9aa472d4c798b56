package app.parley.inbox.chat;

import app.parley.conversations.ArchivingId;
import app.parley.conversations.ConversationId;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.spring.annotation.SpringComponent;
import com.vaadin.flow.spring.annotation.UIScope;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The right column: one open conversation. */
@SpringComponent
@UIScope
public class ChatPanel extends Div {

    private @Nullable ConversationId conversation;

    public ChatPanel() {
        addClassName("chat");
        add(new Span("No conversation open"));
    }

    public void open(ConversationId conversation) {
        this.conversation = conversation;
    }

    public void close() {
        conversation = null;
    }

    public void onClosed(Runnable handler) {}

    public void onArchived(Consumer<List<ArchivingId>> handler) {}

    public Optional<ConversationId> conversation() {
        return Optional.ofNullable(conversation);
    }
}
