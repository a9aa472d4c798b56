package app.parley.conversations;

/** A conversation became part of another and is about to be gone. Heard in the same transaction: rows follow. */
public record ConversationsMerged(ConversationId gone, ConversationId into) {}
