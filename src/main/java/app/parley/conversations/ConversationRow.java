package app.parley.conversations;

import app.parley.numbers.NumberId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a list row shows. {@code sessionEndsAt} is null when the customer never opened a session. */
public record ConversationRow(
        ConversationId id,
        NumberId numberId,
        String customerName,
        Instant lastAt,
        @Nullable Preview preview,
        @Nullable Instant sessionEndsAt,
        boolean waiting,
        boolean archived,
        int unseen) {

    public RowKey key(ListOrder order) {
        return new RowKey(order == ListOrder.NEWEST || sessionEndsAt == null ? lastAt : sessionEndsAt, id);
    }
}
