package app.parley.numbers;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What WhatsApp told of an account: Meta's own words, and when it happened by Meta's clock. */
public record AccountEvent(
        long id,
        String wabaId,
        String field,
        @Nullable String event,
        Instant at,
        @Nullable String subject,
        @Nullable String detail) {}
