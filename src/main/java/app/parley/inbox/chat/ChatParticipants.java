package app.parley.inbox.chat;

import app.parley.conversations.Direction;
import app.parley.inbox.PlainName;
import com.vaadin.flow.component.Component;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who speaks in the open conversation, as the agent who looks at it would call them.
 *
 * @param customer the whole name
 * @param me the agent's own whole name
 */
record ChatParticipants(String customer, String me) {

    static final ChatParticipants NOBODY = new ChatParticipants("", "");

    static ChatParticipants of(String customer, String me) {
        return new ChatParticipants(PlainName.of(customer), me);
    }

    String customerFirst() {
        return FirstName.of(customer);
    }

    /** "You", a colleague's first name, or the customer's name. */
    String author(@Nullable Direction direction, @Nullable String agentName, Component words) {
        if (direction == Direction.INBOUND) {
            return customer;
        }
        return agentName == null || Objects.equals(agentName, me)
                ? words.getTranslation("chat.you")
                : FirstName.of(agentName);
    }
}
