package app.parley.audit;

/** What can be done that an admin may ask about later; each has its words as {@code audit.action.<NAME>}. */
public enum AuditAction {
    SIGNED_IN,
    SIGNED_OUT,
    /** A wrong password or code; the subject is whose it would have been, where that is somebody of ours. */
    SIGN_IN_REFUSED,
    /** The password was right, and a code is wanted, too; the subject is whose it is. */
    SIGN_IN_BEGUN,
    /** There were so many wrong ones that the next is not looked at. */
    SIGN_IN_THROTTLED,
    /** At the first start, or by who set Parley up. */
    MEMBER_CREATED,
    MEMBER_INVITED,
    LINK_MADE,
    MEMBER_RENAMED,
    ROLE_CHANGED,
    NUMBERS_GRANTED,
    MEMBER_DISABLED,
    MEMBER_ENABLED,
    PASSWORD_CHOSEN,
    /** Somebody logged in typed a wrong password or code where one is asked for again. */
    PROOF_REFUSED,
    TWO_FACTOR_ON,
    TWO_FACTOR_OFF,
    /** An admin took away somebody else's. */
    TWO_FACTOR_TAKEN,
    TWO_FACTOR_COMPULSORY,
    TWO_FACTOR_VOLUNTARY,
    RECOVERY_CODES_MADE,
    RECOVERY_CODE_USED,
    LOGIN_ENDED,
    /** Came in by the identity provider for the first time; the detail is the issuer. */
    IDENTITY_LINKED,
    IDENTITY_FORGOTTEN,
    /** A link to choose a password was sent by mail. */
    LINK_MAILED,
    NUMBER_ENABLED,
    NUMBER_DISABLED,
    NUMBER_PAUSED,
    NUMBER_RESUMED,
    NUMBER_CHANGED,
    BILLING_GRANTED,
    BILLING_WITHDRAWN,
    AUDIT_EXPORTED,
    BILLING_EXPORTED,
    RATE_ADDED,
    META_RATES_IMPORTED,
    BUDGET_SET,
    SETTING_CHANGED,
    /** Somebody has read what came from WhatsApp, word for word. */
    JOURNAL_READ,
    JOURNAL_REPLAYED,
    JOURNAL_DELETED,
    CUSTOMERS_MERGED,
    CUSTOMERS_KEPT_APART,
    ACCOUNT_ADDED,
    ACCESS_TOKEN_CHANGED,
    APP_SECRET_ADDED,
    APP_SECRET_REMOVED,
    VERIFY_TOKEN_CHANGED,
    ACCOUNT_SUBSCRIBED,
    /** The subject is the customer's id. */
    CUSTOMER_BLOCKED,
    CUSTOMER_UNBLOCKED,
    /** Our counts with WhatsApp's; the subject is the account. */
    META_COMPARED,
    LEDGER_RECONCILED,
    /** By the system: its encryption key was lost; the subject is where it stood. */
    SECRET_FORGOTTEN,
    /** Everything kept of a customer was handed out; the subject is the customer, by id. */
    CUSTOMER_EXPORTED,
    CUSTOMER_ERASED,
    RETENTION_CHANGED,
    BACKUP_ASKED,
    BACKUP_DOWNLOADED
}
