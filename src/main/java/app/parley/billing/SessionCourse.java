package app.parley.billing;

/** How a session ended, if it did. */
public enum SessionCourse {
    OPEN,
    /** Its 24 hours were over. */
    EXPIRED,
    ARCHIVED,
    /** WhatsApp refused free text: by its count the window was closed. */
    REFUSED
}
