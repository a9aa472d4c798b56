package app.parley.journal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the journal keeps up.
 *
 * @param oldestWaiting when the oldest body that waits for the worker came; null when none waits
 * @param newest when the last body came; null when none is kept
 */
public record Backlog(
        @Nullable Instant oldestWaiting, @Nullable Instant newest) {}
