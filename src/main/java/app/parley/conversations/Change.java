package app.parley.conversations;

import java.time.Instant;
import java.util.Objects;

/** A customer's edit or deletion of an earlier message, {@code ref}. */
record Change(
        MessageId id,
        ConversationId conversation,
        MessageKind kind,
        Instant at,
        Instant receivedAt,
        String ref,
        String payload) {

    static Change of(NewMessage message) {
        return new Change(
                message.id(),
                message.conversation(),
                message.kind(),
                message.at(),
                message.receivedAt(),
                Objects.requireNonNull(message.refersTo()),
                Objects.requireNonNull(message.payload()));
    }
}
