package app.parley.journal;

import app.parley.conversations.ReceivedMessage;

/** One thing a body says: a message, of which many are stored at once, or something else to be done. */
sealed interface WebhookItem {

    record Message(ReceivedMessage arrival) implements WebhookItem {}

    record Deed(Runnable deed) implements WebhookItem {}
}
