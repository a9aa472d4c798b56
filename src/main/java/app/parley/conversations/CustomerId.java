package app.parley.conversations;

public record CustomerId(long value) {}
