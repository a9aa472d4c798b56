package app.parley.cloudapi;

/** Where a message goes: to a phone number, or to a business-scoped user id (contract section 4). */
public sealed interface Recipient {

    /** Digits with country code; the wire wants a plus sign before them, or Meta may prepend ours. */
    record Phone(String digits) implements Recipient {}

    record User(String userId) implements Recipient {}
}
