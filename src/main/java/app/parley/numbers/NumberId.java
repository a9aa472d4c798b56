package app.parley.numbers;

public record NumberId(long value) {}
