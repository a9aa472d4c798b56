package app.parley.numbers;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a number stands with WhatsApp.
 *
 * @param pausedBecause Meta's code (contract 4.2); null when an admin paused it
 * @param quality WhatsApp's last word about it, FLAGGED for instance; null when it never said any
 * @param messagingLimit how many people it may begin a conversation with in a day, such as TIER_1K
 * @param lastWebhookAt to the minute; null when none came yet
 */
public record NumberHealth(
        NumberId id,
        String name,
        String displayPhone,
        boolean enabled,
        boolean paused,
        @Nullable Integer pausedBecause,
        @Nullable String quality,
        @Nullable String messagingLimit,
        @Nullable Instant lastWebhookAt) {}
