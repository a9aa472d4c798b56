package app.parley.inbox;

import app.parley.conversations.ConversationQuery;
import app.parley.conversations.ListOrder;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** Stands where the list would be when its slice holds nothing, and says what that means. */
final class EmptyState extends Div {

    private final Span title = new Span();
    private final Span meaning = new Span();

    EmptyState() {
        addClassName("empty-list");
        title.addClassName("empty-title");
        add(title, meaning);
        setVisible(false);
    }

    void show(ConversationQuery query, boolean anyNumber) {
        String key = "inbox.empty." + kind(query, anyNumber);
        title.setText(getTranslation(key));
        meaning.setText(getTranslation(key + ".meaning"));
        setVisible(true);
    }

    private static String kind(ConversationQuery query, boolean anyNumber) {
        if (!anyNumber) {
            return "NO_NUMBER";
        }
        return query.order() == ListOrder.EXPIRING_SOON
                ? query.order().name()
                : query.filter().name();
    }
}
