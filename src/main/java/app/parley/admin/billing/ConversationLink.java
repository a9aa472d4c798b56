package app.parley.admin.billing;

import app.parley.conversations.ConversationId;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;

/** A customer's name that leads to the conversation. */
final class ConversationLink {

    private ConversationLink() {}

    /** @param conversation null: it was erased, and the name leads nowhere */
    static Component link(@Nullable ConversationId conversation, String customer) {
        Component name = conversation == null
                ? new Span(customer)
                : new Anchor("./?conversation=" + conversation.value(), customer);
        name.getElement().setAttribute("dir", "auto");
        return name;
    }
}
