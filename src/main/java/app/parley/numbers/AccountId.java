package app.parley.numbers;

public record AccountId(long value) {}
