package app.parley.conversations;

/** Newest message first, or what waits for our reply by the time left in its session. */
public enum ListOrder {
    NEWEST,
    EXPIRING_SOON
}
