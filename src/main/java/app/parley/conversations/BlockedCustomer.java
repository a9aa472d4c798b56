package app.parley.conversations;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A customer who may not write to a number of ours. */
public record BlockedCustomer(
        ConversationId conversation, String name, @Nullable String phone, String numberName, Instant blockedAt) {}
