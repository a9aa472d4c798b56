package app.parley.sandbox;

/**
 * How far a message has come. A customer's own message is delivered when our webhook took it, and read when the inbox
 * marked it so through the Graph API; the business's message when the customer looked.
 */
enum Ticks {
    SENDING,
    DELIVERED,
    READ
}
