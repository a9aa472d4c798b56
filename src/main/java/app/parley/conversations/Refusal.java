package app.parley.conversations;

/** Why a reply, a template or an archiving was not done; each has its sentence in the message bundle. */
public enum Refusal {
    /** It does not exist, or not for this agent. */
    NOT_FOUND,
    ARCHIVED,
    EXPIRED,
    BLANK,
    TOO_LONG,
    /** "Undo" came too late: the customer has written, or ten minutes have passed. */
    UNDO_VOID
}
