package app.parley.conversations;

/** Who wrote a message: the customer ({@code INBOUND}) or the business ({@code OUTBOUND}). */
public enum Direction {
    INBOUND,
    OUTBOUND
}
