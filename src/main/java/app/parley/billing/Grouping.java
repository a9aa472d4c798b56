package app.parley.billing;

/** What the lines of a report stand for. */
public enum Grouping {
    DAY,
    NUMBER,
    AGENT,
    CUSTOMER
}
