package app.parley.conversations;

/** A message of ours that was said to have failed arrived after all. Heard in the same transaction. */
public record FailedMessageDelivered(MessageId message) {}
