package app.parley.billing;

/** How certain what WhatsApp charges in a period is. */
public enum MetaState {
    /** Some messages were sent, but are not known to have arrived: only then they are charged. */
    ESTIMATED,
    /** All of them arrived; WhatsApp's statuses say so. */
    CONFIRMED,
    /** WhatsApp's own count of the period is the same as ours, in every account. */
    RECONCILED
}
