package app.parley.team;

/** Why a change of the team was not made; each has its sentence in the message bundle. */
public enum TeamRefusal {
    /** Somebody here has this email already. */
    EMAIL_TAKEN,
    /** Without this one nobody could run the house any more. */
    LAST_ADMIN,
    /** Only admins change the team, and not once they are disabled. */
    NOT_ALLOWED,
    NOT_FOUND,
    /** Somebody else has changed what this change began with. */
    CHANGED_MEANWHILE,
    /** The link has been used, has run out, or was replaced by a newer one. */
    LINK_OVER,
    /** Too short, too long or too easy; the form says which before it gets here. */
    PASSWORD,
    /** The password they say they have is another. */
    WRONG_PASSWORD,
    /** The code is wrong, too old, or was used before. */
    CODE,
    /** Everybody must have a second factor. */
    COMPULSORY
}
