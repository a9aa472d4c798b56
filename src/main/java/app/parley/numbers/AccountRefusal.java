package app.parley.numbers;

/** Why an account was not added or changed; each has its sentence in the message bundle. */
public enum AccountRefusal {
    WABA_ID_WRONG,
    /** Empty, or with characters that no token has. */
    TOKEN_MALFORMED,
    SECRET_MALFORMED,
    /** It stands in the settings of this installation, where it is changed too. */
    FROM_SETTINGS,
    KNOWN_ALREADY,
    TOKEN_REFUSED,
    TOKEN_EXPIRED,
    /** The token is good, but not for this account, or may not read it. */
    NOT_THIS_ACCOUNT,
    /** The secret is that of another app than the token's. */
    SECRET_OF_ANOTHER_APP,
    /** The app wants every call proved, which we do not do. */
    PROOF_REQUIRED,
    NO_NUMBERS,
    /** One of its numbers is another account's already. */
    NUMBER_TAKEN,
    UNREACHABLE,
    /** WhatsApp refuses for another reason, which is told. */
    REFUSED,
    /** Webhooks would be turned away: add the new one first. */
    LAST_SECRET,
    KNOWN_SECRET,
    TOO_MANY_SECRETS,
    /** Somebody else was faster. */
    CHANGED_MEANWHILE
}
