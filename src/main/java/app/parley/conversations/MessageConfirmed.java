package app.parley.conversations;

/**
 * WhatsApp took a message of ours that costs; told again when it arrived after it was given up for lost. Heard in the
 * same transaction: the ledger follows.
 */
public record MessageConfirmed(BillableMessage message) {}
