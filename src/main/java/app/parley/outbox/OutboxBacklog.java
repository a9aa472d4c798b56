package app.parley.outbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What waits to be sent.
 *
 * @param oldest when the oldest of it was queued; null when nothing waits
 */
public record OutboxBacklog(int waiting, @Nullable Instant oldest) {}
