package app.parley.conversations;

public record ConversationId(long value) {}
