package app.parley.conversations;

import app.parley.cloudapi.MessageDetails;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One bubble.
 *
 * @param text the customer's or agent's own words, never markup
 * @param agentName the full name
 * @param errorCode Meta's code for why it failed; null when there is none
 * @param errorTitle Meta's own words for that, meant for developers
 * @param quote what it answers; null when it answers nothing
 * @param reaction the customer's emoji on it, as {@code ownReaction} is ours; null for none
 * @param revoked whether its sender took it back; then nothing of what it said is here
 * @param unknownAt when the answer to its sending was lost
 * @param resent whether an agent has sent it anew since
 * @param details what there is to show besides words; null for nothing
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
        @Nullable String errorTitle,
        @Nullable Quote quote,
        @Nullable String reaction,
        @Nullable String ownReaction,
        @Nullable Attachment attachment,
        @Nullable Forwarded forwarded,
        boolean edited,
        boolean revoked,
        @Nullable MessageDetails details,
        @Nullable Instant unknownAt,
        boolean resent) {

    /** Whether no status has said for so long what became of it that the agent may decide (spec: ten minutes). */
    public boolean isUnknownForLong(Instant now) {
        return state == DeliveryState.UNKNOWN
                && unknownAt != null
                && !now.isBefore(unknownAt.plus(Conversations.UNKNOWN_LASTS));
    }

    public MessageKey key() {
        return new MessageKey(at, id);
    }
}
