package app.parley.conversations;

public record MessageId(long value) {}
