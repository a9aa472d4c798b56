package app.parley.conversations;

import app.parley.numbers.NumberId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A conversation of one of two customers who become one. */
record MergedConversation(
        ConversationId id,
        NumberId number,
        boolean archived,
        @Nullable SessionId session,
        @Nullable Instant sessionEndsAt) {

    boolean lastsAsLongAs(MergedConversation other) {
        return other.sessionEndsAt == null || (sessionEndsAt != null && !sessionEndsAt.isBefore(other.sessionEndsAt));
    }
}
