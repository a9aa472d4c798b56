package app.parley.conversations;

import app.parley.numbers.NumberId;
import app.parley.team.AgentId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A message about to be stored. {@code ref} is Meta's id of it, {@code refersTo} of the message it answers, {@code
 * payload} what Meta delivered. */
record NewMessage(
        ConversationId conversation,
        NumberId number,
        @Nullable SessionId session,
        @Nullable AgentId agent,
        Direction direction,
        MessageKind kind,
        Instant at,
        Instant receivedAt,
        @Nullable String text,
        @Nullable String ref,
        @Nullable String refersTo,
        @Nullable DeliveryState state,
        @Nullable String sendKey,
        @Nullable String payload) {}
