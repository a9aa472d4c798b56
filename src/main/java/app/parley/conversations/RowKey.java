package app.parley.conversations;

import java.time.Instant;

/** Where a row stands in its list: a keyset of the sort time (last message, or session end) and the id. */
public record RowKey(Instant at, ConversationId id) {}
