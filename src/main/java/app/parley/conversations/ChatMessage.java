package app.parley.conversations;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One bubble. {@code text} is the customer's or agent's own words, never markup; {@code agentName} is the full name. */
public record ChatMessage(
        MessageId id,
        Direction direction,
        MessageKind kind,
        @Nullable String text,
        Instant at,
        @Nullable DeliveryState state,
        @Nullable String agentName,
        boolean unseen,
        @Nullable String errorTitle) {

    static ChatMessage of(
            MessageId id,
            Direction direction,
            MessageKind kind,
            @Nullable String text,
            Instant at,
            @Nullable DeliveryState state,
            @Nullable String agentName,
            @Nullable MessageId unseen,
            @Nullable String errorTitle) {
        return new ChatMessage(id, direction, kind, text, at, state, agentName, unseen != null, errorTitle);
    }

    public MessageKey key() {
        return new MessageKey(at, id);
    }
}
