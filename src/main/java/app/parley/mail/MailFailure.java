package app.parley.mail;

/** Why a letter was not sent; each has its sentence in the message bundle, as {@code mail.trouble.<NAME>}. */
public enum MailFailure {
    /** No mail server is in the settings. */
    NONE,
    /** The server does not answer, or not in time. */
    AWAY,
    /** The server does not encrypt as the settings want it, or its certificate is not trusted. */
    NOT_SAFE,
    /** The server does not take our name and password. */
    PASSWORD,
    /** The server will not take this letter: as from us, or for them. */
    REFUSED,
    /** Their name or address has something in it that must not stand in a letter's head. */
    ADDRESS
}
