package app.parley.billing;

import app.parley.conversations.ConversationId;
import app.parley.conversations.CustomerId;
import app.parley.conversations.Direction;
import app.parley.conversations.MessageId;
import app.parley.conversations.MessageKind;
import app.parley.numbers.NumberId;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the ledger with the message it is about; what was erased since is not there any more.
 *
 * @param key where to go on from
 * @param at the message's own time
 * @param customer by name, or else by what else is known of them
 * @param agent the name of who wrote it; null where the customer did
 */
public record MessageLine(
        Key key,
        MessageId message,
        EntryKind entry,
        Instant at,
        Direction direction,
        NumberId number,
        @Nullable ConversationId conversation,
        @Nullable CustomerId customerId,
        @Nullable String customer,
        @Nullable String agent,
        @Nullable MessageKind kind,
        BigDecimal rate,
        BigDecimal amount) {

    /** The place of an entry in a list by time. */
    public record Key(Instant at, long id) {}
}
