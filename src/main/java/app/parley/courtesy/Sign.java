package app.parley.courtesy;

/** What a customer is let know. */
enum Sign {
    SEEN,
    TYPING;

    static Sign stronger(Sign one, Sign other) {
        return one == TYPING ? one : other;
    }
}
