package app.parley.inbox;

import app.parley.conversations.ConversationId;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.function.Consumer;

/** What can be done with the selected rows; there while any is selected. */
final class SelectionBar extends Div {

    private final RowSelection picks;
    private final Span count = new Span();

    SelectionBar(
            RowSelection picks, Consumer<List<ConversationId>> markUnread, Consumer<List<ConversationId>> archive) {
        this.picks = picks;
        addClassName("selection");
        getElement().setAttribute("role", "region");
        getElement().setAttribute("aria-label", getTranslation("inbox.selection"));
        count.addClassName("selection-count");
        count.getElement().setAttribute("role", "status");
        Button clear = new Button("✕", click -> picks.clear());
        clear.setAriaLabel(getTranslation("inbox.selection.clear"));
        clear.addClassName("quiet");
        clear.addThemeVariants(ButtonVariant.TERTIARY);
        Button unread = new Button(getTranslation("inbox.selection.unread"), click -> takeFor(markUnread));
        Button away = new Button(getTranslation("inbox.selection.archive"), click -> takeFor(archive));
        away.addThemeVariants(ButtonVariant.PRIMARY);
        add(clear, count, unread, away);
        picks.onChange(this::show);
        show();
    }

    private void takeFor(Consumer<List<ConversationId>> action) {
        List<ConversationId> picked = picks.all();
        picks.clear();
        action.accept(picked);
    }

    private void show() {
        setVisible(!picks.isEmpty());
        count.setText(getTranslation("inbox.selection.count", picks.all().size()));
    }
}
