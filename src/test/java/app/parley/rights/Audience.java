package app.parley.rights;

/** Whom something is for. */
enum Audience {
    /** Whoever comes, logged in or not. */
    ANYBODY,
    /** Agents who may use the number it is about. */
    OF_THE_NUMBER,
    /** Every agent, about nothing but themselves. */
    ONESELF,
    ADMINS,
    /** Whom an admin lets see billing. */
    BILLING,
    /** Called by the application itself, by no screen on anybody's behalf. */
    THE_APPLICATION
}
