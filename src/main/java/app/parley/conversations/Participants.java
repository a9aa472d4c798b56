package app.parley.conversations;

import app.parley.numbers.NumberId;

/** The two ends of a conversation: there is one for each pair, for ever. */
record Participants(NumberId number, CustomerId customer) {}
