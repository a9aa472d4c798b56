package app.parley.outbox;

import app.parley.conversations.MessageId;

/** One message in the tray; {@code attempts} counts the sends begun so far. */
record OutboxItem(long id, MessageId message, int attempts) {}
