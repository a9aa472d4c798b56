package app.parley.conversations;

import app.parley.numbers.NumberId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Everything around the messages of one open conversation, for one agent. */
public record ChatHeader(
        ConversationId id,
        NumberId numberId,
        String numberName,
        String customerName,
        @Nullable String customerPhone,
        @Nullable Instant sessionEndsAt,
        boolean archived,
        int unseen,
        String draft) {

    public boolean isOpenAt(Instant now) {
        return !archived && sessionEndsAt != null && now.isBefore(sessionEndsAt);
    }
}
