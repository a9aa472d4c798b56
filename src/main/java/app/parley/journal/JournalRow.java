package app.parley.journal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What an admin sees of a body that was not processed. */
public record JournalRow(
        long id,
        Instant receivedAt,
        JournalState state,
        @Nullable String reason) {}
