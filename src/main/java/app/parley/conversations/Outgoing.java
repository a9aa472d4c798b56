package app.parley.conversations;

import app.parley.cloudapi.Recipient;
import app.parley.numbers.NumberId;

/** A queued message as it is to be sent. */
public record Outgoing(MessageId id, NumberId number, Recipient to, String text) {}
