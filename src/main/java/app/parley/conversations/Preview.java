package app.parley.conversations;

import org.jspecify.annotations.Nullable;

/** The last message of a conversation as its list row shows it; {@code state} only when the message is ours. */
public record Preview(
        Direction direction,
        MessageKind kind,
        @Nullable String text,
        @Nullable DeliveryState state) {}
