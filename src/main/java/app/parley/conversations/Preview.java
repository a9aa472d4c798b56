package app.parley.conversations;

import org.jspecify.annotations.Nullable;

/**
 * The last message of a conversation as its list row shows it.
 *
 * @param state only when the message is ours
 * @param reactedTo what a reaction is on, at most 120 characters; null for anything else, and when it has no words
 * @param fileName what a document is called, at most 120 characters; null for anything else, and when it has no name
 */
public record Preview(
        Direction direction,
        MessageKind kind,
        @Nullable String text,
        @Nullable DeliveryState state,
        @Nullable String reactedTo,
        boolean revoked,
        @Nullable String fileName) {}
