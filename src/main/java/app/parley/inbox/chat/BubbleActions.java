package app.parley.inbox.chat;

import app.parley.conversations.ChatMessage;
import app.parley.conversations.DeliveryState;
import app.parley.conversations.Direction;
import app.parley.conversations.MessageKind;
import java.util.EnumSet;
import java.util.Set;

/** Whether a message can be answered and reacted to: WhatsApp must know it, and something must have been said in it. */
final class BubbleActions {

    private static final Set<MessageKind> NOTICES =
            EnumSet.of(MessageKind.SYSTEM, MessageKind.REACTION, MessageKind.EDIT, MessageKind.REVOKE);

    private static final Set<DeliveryState> NOT_THERE =
            EnumSet.of(DeliveryState.QUEUED, DeliveryState.UNKNOWN, DeliveryState.FAILED);

    private BubbleActions() {}

    static boolean arePossible(ChatMessage message) {
        boolean known = message.direction() == Direction.INBOUND
                || (message.state() != null && !NOT_THERE.contains(message.state()));
        return known && !message.revoked() && !NOTICES.contains(message.kind());
    }
}
