package app.parley.conversations;

public record SessionId(long value) {}
