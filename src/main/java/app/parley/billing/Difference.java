package app.parley.billing;

import app.parley.conversations.MessageId;
import org.jspecify.annotations.Nullable;

/**
 * Something that the ledger says and the messages, rates or entries do not.
 *
 * @param message what it is about; null for a sum
 * @param where the row of a sum; null for a message
 */
public record Difference(
        Kind kind, @Nullable MessageId message, @Nullable String where) {

    /** What is wrong. */
    public enum Kind {
        /** A message that costs has no charge. */
        NOT_CHARGED,
        /** A charge of a message that costs nothing. */
        CHARGED_FOR_NOTHING,
        /** A message that failed was charged and not credited. */
        NOT_CREDITED,
        /** A credit without a charge, or of a message that never failed. */
        CREDITED_FOR_NOTHING,
        /** Direction, number, session, agent or time are not the message's. */
        OTHER_MESSAGE,
        /** Another rate applied at that time, or the amount is not the rate. */
        OTHER_RATE,
        /** An entry of a message that is not there, and that nobody erased. */
        WITHOUT_MESSAGE,
        /** A failed message is not counted as one, or one that did not fail is. */
        FAILURE,
        /** The sum of a quarter hour is not that of its entries. */
        SUM,
        /** The sum of an agent's day is not that of its entries. */
        AGENT,
        /** The sum of a conversation's day is not that of its entries. */
        DAY,
        /** A count of what WhatsApp charges is not that of what it said of the messages. */
        META
    }

    static Difference of(Kind kind, MessageId message) {
        return new Difference(kind, message, null);
    }

    static Difference of(Kind kind, String where) {
        return new Difference(kind, null, where);
    }

    @Override
    public String toString() {
        return message == null ? kind + " (" + where + ")" : kind + " (message " + message.value() + ")";
    }
}
