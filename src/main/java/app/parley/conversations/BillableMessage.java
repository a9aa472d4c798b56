package app.parley.conversations;

import app.parley.numbers.NumberId;
import app.parley.team.AgentId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message of a kind that costs, in the session it belongs to; without words.
 *
 * @param agent who wrote it; nobody where the customer did
 * @param at the message's own time
 */
public record BillableMessage(
        MessageId id,
        ConversationId conversation,
        NumberId number,
        SessionId session,
        @Nullable AgentId agent,
        Direction direction,
        Instant at) {}
