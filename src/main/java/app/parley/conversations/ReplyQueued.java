package app.parley.conversations;

import app.parley.numbers.NumberId;

/** A message of ours waits to be sent. Heard in the same transaction: the outbox writes its row with it. */
public record ReplyQueued(MessageId message, ConversationId conversation, NumberId number) {}
