package app.parley.conversations;

/** Why a reply was not queued; each has its sentence in the message bundle. */
public enum Refusal {
    /** It does not exist, or not for this agent. */
    NOT_FOUND,
    ARCHIVED,
    EXPIRED,
    BLANK,
    TOO_LONG
}
