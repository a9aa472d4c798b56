package app.parley.conversations;

/** A message with a file that waits to be fetched was stored. Heard after commit; whoever fetches reads what is due. */
public record MediaReceived() {}
