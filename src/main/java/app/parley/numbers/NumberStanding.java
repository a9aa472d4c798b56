package app.parley.numbers;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How WhatsApp said a number stands when it was asked last, in its own words; each is null where it did not tell.
 *
 * @param rating of its quality: GREEN, YELLOW, RED
 * @param status CONNECTED when all is well
 * @param throughputLevel STANDARD, HIGH
 * @param canSend AVAILABLE, LIMITED, BLOCKED
 * @param advice what keeps it from sending, and what helps
 */
public record NumberStanding(
        NumberId id,
        String wabaId,
        @Nullable String rating,
        @Nullable String status,
        @Nullable String nameStatus,
        @Nullable String throughputLevel,
        @Nullable String canSend,
        @Nullable String advice,
        @Nullable Instant at) {}
