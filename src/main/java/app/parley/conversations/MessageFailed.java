package app.parley.conversations;

import app.parley.numbers.NumberId;
import app.parley.team.AgentId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message of ours failed, in a session or outside of one; no reaction. Heard in the same transaction.
 *
 * @param at the message's own time
 */
public record MessageFailed(
        MessageId message,
        ConversationId conversation,
        NumberId number,
        @Nullable AgentId agent,
        Instant at) {}
