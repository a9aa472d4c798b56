package app.parley.conversations;

import app.parley.numbers.NumberId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a list row shows.
 *
 * @param sessionEndsAt null when the customer never opened a session
 * @param waiting whether the customer waits for our reply; in vain while they are blocked
 */
public record ConversationRow(
        ConversationId id,
        NumberId numberId,
        String customerName,
        Instant lastAt,
        @Nullable Preview preview,
        @Nullable Instant sessionEndsAt,
        boolean waiting,
        boolean archived,
        int unseen,
        boolean blocked) {

    public RowKey key(ListOrder order) {
        return new RowKey(order == ListOrder.NEWEST || sessionEndsAt == null ? lastAt : sessionEndsAt, id);
    }
}
