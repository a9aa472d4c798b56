package app.parley.numbers;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A number of ours: where it belongs and how it is written. {@code paused} means that nothing is sent from it;
 * {@code lastWebhookAt} is to the minute. */
public record PhoneNumberEntry(
        NumberId id,
        String wabaId,
        String phoneNumberId,
        String displayPhone,
        String name,
        boolean enabled,
        boolean paused,
        @Nullable Instant lastWebhookAt) {}
