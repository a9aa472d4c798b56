package app.parley.health;

/** What is so wrong that an admin should look now; each has its words as {@code health.alarm.<NAME>}. */
public enum Alarm {
    /** What came in is not worked off. */
    JOURNAL_STUCK,
    /** Something that came in could not be processed. */
    JOURNAL_FAILED,
    /** What is to be sent has waited too long. */
    OUTBOX_STUCK,
    /** WhatsApp does not take the token of a number any more. */
    TOKEN_REFUSED,
    /** WhatsApp had a number stop sending. */
    NUMBER_STOPPED,
    /** There is hardly any room left for files and messages. */
    DISK_LOW,
    /** The ledger differs from the messages. */
    LEDGER_DIFFERS,
    /** The last backup came to nothing. */
    BACKUP_FAILED
}
