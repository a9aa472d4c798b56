package app.parley.billing;

/** What is wrong in a table of WhatsApp's rates. */
public enum RateFault {
    /** There is nothing but a heading, or not even that. */
    EMPTY,
    /** The heading lacks the column. */
    COLUMN_MISSING,
    /** The heading names the column twice. */
    COLUMN_TWICE,
    /** More or fewer fields than the heading has. */
    FIELDS,
    COUNTRY,
    CATEGORY,
    /** No word, or one that says that it is free. */
    TYPE,
    DATE,
    AMOUNT,
    NEGATIVE,
    ABSURD,
    TOO_FINE,
    /** Another currency than the installation's. */
    CURRENCY,
    /** The same country, category, type and day stand in the line that is named. */
    TWICE,
    TOO_MANY,
    /** A quote that never ends, or bytes that are no text. */
    UNREADABLE
}
