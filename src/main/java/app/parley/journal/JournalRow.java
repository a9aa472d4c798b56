package app.parley.journal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an admin sees of a kept body.
 *
 * @param attempts how often it was worked off
 * @param signedBy the accounts (WABA ids) whose secret signed it, with commas
 * @param size in bytes
 */
public record JournalRow(
        long id,
        Instant receivedAt,
        JournalState state,
        @Nullable String reason,
        int attempts,
        String signedBy,
        int size) {}
