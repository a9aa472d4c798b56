package app.parley.team;

/** What is wrong with a password that somebody chooses. */
public enum PasswordFault {
    SHORT,
    LONG,
    /** Among the first that anybody would guess. */
    TRIVIAL,
    /** Among the first that anybody would guess who knows their name or email. */
    PERSONAL
}
