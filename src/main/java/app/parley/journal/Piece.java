package app.parley.journal;

import app.parley.conversations.Arrival;

/** One thing a body says: a message, of which many are stored at once, or something else to be done. */
sealed interface Piece {

    record Message(Arrival arrival) implements Piece {}

    record Deed(Runnable deed) implements Piece {}
}
