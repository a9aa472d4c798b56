package app.parley.outbox;

/** Where a message in the outbox stands. What is settled has left the outbox. */
enum OutboxState {
    /** The first of its conversation. */
    WAITING,
    /** Behind another one of its conversation. */
    BEHIND,
    /** Claimed, and possibly on the wire. */
    SENDING
}
