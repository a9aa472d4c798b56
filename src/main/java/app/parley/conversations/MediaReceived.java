package app.parley.conversations;

/** A message announced a file; in the transaction that stored its row, which says all the rest. */
public record MediaReceived() {}
