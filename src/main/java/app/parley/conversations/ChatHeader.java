package app.parley.conversations;

import app.parley.numbers.NumberId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Everything around the messages of one open conversation, for one agent.
 *
 * @param paused whether nothing is sent from the number at present
 * @param pausedBecause Meta's code for that; null when an admin wants it so
 * @param blockedAt when this customer was blocked; null when they are not
 */
public record ChatHeader(
        ConversationId id,
        NumberId numberId,
        String numberName,
        String customerName,
        @Nullable String customerPhone,
        @Nullable Instant sessionEndsAt,
        boolean archived,
        int unseen,
        String draft,
        boolean paused,
        @Nullable Integer pausedBecause,
        @Nullable Instant blockedAt) {

    public boolean isOpenAt(Instant now) {
        return !archived && blockedAt == null && sessionEndsAt != null && now.isBefore(sessionEndsAt);
    }
}
