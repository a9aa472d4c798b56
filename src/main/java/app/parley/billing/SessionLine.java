package app.parley.billing;

import app.parley.conversations.ConversationId;
import app.parley.conversations.CustomerId;
import app.parley.conversations.MessageId;
import app.parley.conversations.SessionId;
import app.parley.numbers.NumberId;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A session as something that is accounted for.
 *
 * @param openedBy the customer's message that opened it; null when it was a call, or was erased
 * @param until when it ended, or will
 * @param inbound messages that were charged; {@code outbound} without those that were credited
 */
public record SessionLine(
        SessionId id,
        ConversationId conversation,
        NumberId number,
        CustomerId customerId,
        String customer,
        @Nullable MessageId openedBy,
        Instant from,
        Instant until,
        SessionCourse course,
        long inbound,
        long outbound,
        BigDecimal fee) {

    /** The place of a session in a list by its beginning. */
    public record Key(Instant from, SessionId id) {}

    public Key key() {
        return new Key(from, id);
    }
}
