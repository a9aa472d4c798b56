package app.parley.conversations;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Two customers that turned out to be one person; both stand as they are until an admin has decided. */
public record CustomerConflict(
        long id,
        Instant foundAt,
        @Nullable String name,
        @Nullable String phone,
        @Nullable String otherName,
        @Nullable String otherPhone) {}
