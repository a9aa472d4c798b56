package app.parley.privacy;

import app.parley.conversations.ConversationId;
import app.parley.conversations.DeliveryState;
import app.parley.conversations.Direction;
import app.parley.conversations.MessageId;
import app.parley.conversations.MessageKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One message as it goes into a customer's copy.
 *
 * @param number what the number is called
 * @param raw what WhatsApp told of it, or we told WhatsApp
 * @param digest of its file; null when it has none that we keep
 * @param fileName as its sender called it
 * @param ending that its file gets, with its dot
 */
record ExportedMessage(
        ConversationId conversation,
        MessageId id,
        String number,
        String numberPhone,
        Direction direction,
        MessageKind kind,
        Instant at,
        @Nullable String text,
        @Nullable DeliveryState state,
        @Nullable String agent,
        @Nullable Instant editedAt,
        @Nullable Instant revokedAt,
        @Nullable String raw,
        @Nullable String digest,
        @Nullable String fileName,
        @Nullable String ending) {

    boolean hasFile() {
        return digest != null;
    }

    /** In the copy: the name of the sender's own choice may be anything, so it is not used. */
    String file() {
        return "files/" + id.value() + (ending == null ? "" : ending);
    }
}
