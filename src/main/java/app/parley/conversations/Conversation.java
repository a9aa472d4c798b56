package app.parley.conversations;

import app.parley.numbers.NumberId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A conversation as its rules see it, held locked while they are applied. */
record Conversation(
        ConversationId id,
        NumberId numberId,
        boolean archived,
        @Nullable SessionId sessionId,
        @Nullable Instant sessionEndsAt,
        @Nullable Instant blockedAt) {

    /** Whether WhatsApp takes nothing for this customer because we have blocked them. */
    boolean isBlocked() {
        return blockedAt != null;
    }

    /** Whether free text may be sent at this time: a session is open, and the conversation not put away. */
    boolean isOpenAt(Instant time) {
        return !archived && hasSessionAt(time);
    }

    boolean hasSessionAt(Instant time) {
        return sessionId != null && sessionEndsAt != null && time.isBefore(sessionEndsAt);
    }

    /** Whether the customer wrote after this time: the session ends 24 hours after the last they said. */
    boolean hasHeardAfter(Instant time) {
        return sessionEndsAt != null
                && sessionEndsAt.minus(SessionWindow.LENGTH).isAfter(time);
    }
}
