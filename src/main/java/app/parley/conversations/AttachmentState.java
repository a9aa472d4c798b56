package app.parley.conversations;

/** How far the file of a message has come: to be fetched, kept by us, or given up. */
public enum AttachmentState {
    WAITING,
    KEPT,
    GONE
}
