package app.parley.outbox;

/** Where a message in the tray stands. What is settled has left the tray. */
enum OutboxState {
    WAITING,
    /** Claimed, and possibly on the wire. */
    SENDING
}
