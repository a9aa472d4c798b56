package app.parley.inbox;

import app.parley.conversations.ArchivingId;
import app.parley.conversations.Conversations;
import app.parley.team.AgentId;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import java.time.Duration;
import java.util.List;

/** "3 conversations archived  Undo": stays until dismissed or until it is too late, wherever the agent goes. */
final class UndoToast extends Notification {

    private static final Duration UNDO_ENDS = Duration.ofMinutes(10);
    private static final Duration LONG_ENOUGH_TO_READ = Duration.ofSeconds(8);

    private final Conversations conversations;
    private final AgentId agent;
    private final List<ArchivingId> archivings;
    private final Span text = new Span();
    private final Button undo = new Button(getTranslation("inbox.undo"), click -> undo());

    UndoToast(Conversations conversations, AgentId agent, List<ArchivingId> archivings) {
        this.conversations = conversations;
        this.agent = agent;
        this.archivings = archivings;
        addClassName("undo-toast");
        setPosition(Position.TOP_END);
        setDuration((int) UNDO_ENDS.toMillis());
        text.setText(getTranslation("inbox.archived", archivings.size()));
        Button dismiss = new Button("✕", click -> close());
        dismiss.setAriaLabel(getTranslation("inbox.dismiss"));
        add(text, undo, dismiss);
    }

    private void undo() {
        int back = conversations.undo(agent, archivings);
        if (back == archivings.size()) {
            close();
            return;
        }
        undo.setVisible(false);
        text.setText(getTranslation("inbox.undo.void", archivings.size(), back));
        setDuration((int) LONG_ENOUGH_TO_READ.toMillis());
    }
}
