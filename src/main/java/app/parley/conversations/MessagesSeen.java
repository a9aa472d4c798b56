package app.parley.conversations;

/** An agent has really looked at some messages of a customer's. */
public record MessagesSeen(ConversationId conversation) {}
