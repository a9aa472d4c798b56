package app.parley.receipts;

/** What a customer is let know. */
enum ReceiptKind {
    SEEN,
    TYPING;

    static ReceiptKind stronger(ReceiptKind one, ReceiptKind other) {
        return one == TYPING ? one : other;
    }
}
