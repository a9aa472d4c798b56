package app.parley.numbers;

/** A number became ours: what came for it before can be processed now. */
public record NumberAdded(String phoneNumberId) {}
