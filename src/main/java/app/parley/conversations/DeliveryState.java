package app.parley.conversations;

/**
 * How far an outbound message has come. Webhooks may report states in any order and repeatedly (contract section 1.3),
 * so a message only ever moves forward: see {@link #mayBecome}.
 */
public enum DeliveryState {
    QUEUED,
    /** The answer to the send was lost; only a status can tell, or an answer that comes after all. */
    UNKNOWN,
    ACCEPTED,
    SENT,
    DELIVERED,
    READ,
    PLAYED,
    FAILED;

    /** Whether WhatsApp has taken the message, as far as a status told. */
    public boolean isTaken() {
        return this == SENT || this == DELIVERED || this == READ || this == PLAYED;
    }

    /** A failure counts only while the message has not reached the customer's phone. */
    public boolean mayBecome(DeliveryState next) {
        return switch (this) {
            case DELIVERED, READ, PLAYED -> next != FAILED && next.compareTo(this) > 0;
            case FAILED -> next == DELIVERED || next == READ || next == PLAYED;
            default -> next.compareTo(this) > 0;
        };
    }
}
