package app.parley.journal;

import java.time.Instant;

/**
 * How often something came that is kept in the journal and not shown to agents.
 *
 * @param what "groups", "calls", "history", "echoes", "standby", "account" (of one that is not ours), "field:" or
 *     "status:" and a word of Meta's
 */
public record NotShownCount(String what, long count, Instant lastAt) {}
