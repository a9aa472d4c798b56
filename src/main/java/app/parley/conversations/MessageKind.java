package app.parley.conversations;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

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

    /** What customers do to messages rather than say: it waits for nobody. */
    static final Set<MessageKind> UNCOUNTED = Collections.unmodifiableSet(EnumSet.of(REACTION, SYSTEM, EDIT, REVOKE));

    /** Whether a customer's message of this kind waits to be seen by an agent. */
    public boolean countsAsUnseen() {
        return !UNCOUNTED.contains(this);
    }

    /** Whether it opens or extends a session (contract section 8: messages, reactions and button taps do). */
    public boolean opensSession() {
        return switch (this) {
            case SYSTEM, EDIT, REVOKE -> false;
            default -> true;
        };
    }

    /** Whether a message of this kind costs anything when it belongs to a session. */
    public boolean costs() {
        return countsAsUnseen() && this != UNSUPPORTED;
    }

    /** Whether the list may show it as the last message: an edit or a deletion is part of the message it is about. */
    public boolean mayBeLast() {
        return this != EDIT && this != REVOKE;
    }

    /** Whether it brings an archived conversation back. */
    public boolean bringsBack() {
        return countsAsUnseen();
    }
}
