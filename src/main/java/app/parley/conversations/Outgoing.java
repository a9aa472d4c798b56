package app.parley.conversations;

import app.parley.cloudapi.Recipient;
import app.parley.numbers.NumberId;
import org.jspecify.annotations.Nullable;

/**
 * A queued message as it is to be sent.
 *
 * @param content Meta's words for what it says, see {@link app.parley.cloudapi.OutboundContent}
 * @param quoted Meta's id of the message it answers
 * @param file what it carries, kept by the media package
 */
public record Outgoing(
        MessageId id,
        NumberId number,
        Recipient to,
        String content,
        @Nullable String quoted,
        @Nullable OutgoingFile file) {}
