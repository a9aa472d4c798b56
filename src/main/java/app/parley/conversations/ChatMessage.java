package app.parley.conversations;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One bubble.
 *
 * @param text the customer's or agent's own words, never markup
 * @param agentName the full name
 * @param errorCode Meta's code for why it failed; null when there is none
 * @param errorTitle Meta's own words for that, meant for developers
 */
public record ChatMessage(
        MessageId id,
        Direction direction,
        MessageKind kind,
        @Nullable String text,
        Instant at,
        @Nullable DeliveryState state,
        @Nullable String agentName,
        boolean unseen,
        @Nullable Integer errorCode,
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
            @Nullable Integer errorCode,
            @Nullable String errorTitle) {
        return new ChatMessage(id, direction, kind, text, at, state, agentName, unseen != null, errorCode, errorTitle);
    }

    public MessageKey key() {
        return new MessageKey(at, id);
    }
}
