package app.parley.conversations;

/** What a message is, in our words; a type of Meta's that we do not know is {@code UNSUPPORTED} and kept whole. */
public enum MessageKind {
    TEXT,
    IMAGE,
    VIDEO,
    AUDIO,
    VOICE,
    DOCUMENT,
    STICKER,
    LOCATION,
    CONTACTS,
    REACTION,
    BUTTON,
    INTERACTIVE,
    ORDER,
    SYSTEM,
    EDIT,
    REVOKE,
    TEMPLATE,
    UNSUPPORTED;

    /** Whether a customer's message of this kind waits to be seen by an agent. */
    public boolean countsAsUnseen() {
        return switch (this) {
            case REACTION, SYSTEM, EDIT, REVOKE -> false;
            default -> true;
        };
    }

    /** Whether it opens or extends a session (contract section 8: messages, reactions and button taps do). */
    public boolean opensSession() {
        return switch (this) {
            case SYSTEM, EDIT, REVOKE -> false;
            default -> true;
        };
    }

    /** Whether it brings an archived conversation back. */
    public boolean bringsBack() {
        return countsAsUnseen();
    }
}
