package app.parley.conversations;

import org.jspecify.annotations.Nullable;

/**
 * The message that another one answers; all is null but {@code revoked} when that one is not known to us.
 *
 * @param text at most 200 characters of it
 * @param agentName who wrote it, when it is ours
 */
public record Quote(
        @Nullable MessageId message,
        @Nullable Direction direction,
        @Nullable MessageKind kind,
        @Nullable String text,
        @Nullable String agentName,
        boolean revoked) {

    public boolean isKnown() {
        return message != null;
    }
}
