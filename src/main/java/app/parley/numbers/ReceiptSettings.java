package app.parley.numbers;

/**
 * What customers of a number are let know.
 *
 * @param readReceipts that their message was seen by an agent
 * @param showsTyping that an agent is writing to them, which marks what they wrote as read
 */
public record ReceiptSettings(boolean readReceipts, boolean showsTyping) {

    static final ReceiptSettings NONE = new ReceiptSettings(false, false);
}
