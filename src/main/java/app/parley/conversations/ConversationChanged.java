package app.parley.conversations;

import app.parley.numbers.NumberId;

/** Something in this conversation changed; whoever shows it reads it again. Heard after commit. */
public record ConversationChanged(ConversationId conversation, NumberId number) {}
