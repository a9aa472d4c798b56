package app.parley.billing;

import app.parley.conversations.Direction;
import app.parley.conversations.MessageId;
import app.parley.conversations.SessionId;
import app.parley.numbers.NumberId;
import app.parley.team.AgentId;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An entry as it stands in the ledger; in the order of {@code at} and {@code id}. */
record EntryRow(
        long id,
        Instant at,
        EntryKind kind,
        Direction direction,
        NumberId number,
        @Nullable AgentId agent,
        SessionId session,
        MessageId message,
        BigDecimal rate,
        BigDecimal amount) {}
