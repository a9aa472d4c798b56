package app.parley.conversations;

/** What ended a session before its 24 hours were over. */
enum SessionEnd {
    ARCHIVED,
    /** WhatsApp refused free text (131047): by its count the window was closed. */
    REFUSED
}
