package app.parley.conversations;

import app.parley.cloudapi.InboundMessage;
import app.parley.numbers.NumberId;
import java.time.Instant;

/**
 * A customer's message as it comes in.
 *
 * @param receivedAt when it reached us; counts where Meta's own timestamp is missing or from the future
 */
public record ReceivedMessage(NumberId number, InboundMessage message, Instant receivedAt) {

    /** When it was sent, never later than it came. */
    SessionWindow window() {
        return SessionWindow.of(message.timestamp() == null ? receivedAt : message.timestamp(), receivedAt);
    }
}
