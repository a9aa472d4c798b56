package app.parley.audit;

/** What can be done that an admin may ask about later; each has its words as {@code audit.action.<NAME>}. */
public enum AuditAction {
    SIGNED_IN,
    SIGNED_OUT,
    /** A wrong password or code; the subject is whose it would have been, where that is somebody of ours. */
    SIGN_IN_REFUSED,
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
    /** Everything kept of a customer was handed out; the subject is the customer, by id. */
    CUSTOMER_EXPORTED,
    CUSTOMER_ERASED,
    RETENTION_CHANGED,
    BACKUP_ASKED,
    BACKUP_DOWNLOADED
}
