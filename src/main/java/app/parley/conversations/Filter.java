package app.parley.conversations;

/** Which conversations a list shows: everything not archived, those with an unseen message, or those put away. */
public enum Filter {
    ALL,
    UNREAD,
    ARCHIVED
}
