package app.parley.conversations;

/** That the customer passed a message on, and whether it had gone from hand to hand before (contract 2.2). */
public enum Forwarded {
    ONCE,
    OFTEN
}
