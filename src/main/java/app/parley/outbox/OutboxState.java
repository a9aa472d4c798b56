package app.parley.outbox;

/** Where a message in the tray stands. What is settled has left the tray. */
enum OutboxState {
    /** The first of its conversation. */
    WAITING,
    /** Behind another one of its conversation. */
    BEHIND,
    /** Claimed, and possibly on the wire. */
    SENDING
}
