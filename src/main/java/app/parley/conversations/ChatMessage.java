package app.parley.conversations;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One bubble. {@code text} is the customer's or agent's own words, never markup. */
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

    public MessageKey key() {
        return new MessageKey(at, id);
    }
}
