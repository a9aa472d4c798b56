package app.parley.billing;

/** How close fees have come to a budget. */
public enum Alert {
    NONE,
    /** At 80%. */
    NEAR,
    /** At 100% or more. */
    REACHED
}
