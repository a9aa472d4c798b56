package app.parley.numbers;

public record TemplateId(long value) {}
