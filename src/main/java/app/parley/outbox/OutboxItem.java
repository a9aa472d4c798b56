package app.parley.outbox;

import app.parley.conversations.ConversationId;
import app.parley.conversations.MessageId;
import app.parley.numbers.NumberId;
import org.jspecify.annotations.Nullable;

/**
 * One message in the outbox, claimed.
 *
 * @param attempts the sends begun so far, this one included
 * @param claimedBy whose claim it is: only that worker writes what comes of it
 */
record OutboxItem(
        long id,
        MessageId message,
        ConversationId conversation,
        NumberId number,
        int attempts,
        @Nullable String claimedBy) {}
