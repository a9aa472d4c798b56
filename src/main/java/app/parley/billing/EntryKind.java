package app.parley.billing;

/** What an entry of the ledger does; each at most once for a message. */
public enum EntryKind {
    CHARGE,
    /** Takes the charge of a message back that failed after it was charged. */
    CREDIT
}
