package app.parley.conversations;

/** Why a reply was not queued; each has its sentence in the message bundle. */
public enum Refusal {
    /** It does not exist, or not for this agent. */
    NOT_FOUND,
    ARCHIVED,
    EXPIRED,
    BLANK,
    TOO_LONG,
    /** More than 1024 UTF-16 units below a file. */
    CAPTION_TOO_LONG,
    /** The names in a place or a contact card. */
    CARD_TOO_LONG,
    /** The file that was picked is no longer here, or was never this agent's. */
    FILE_GONE,
    /** More files than go in one press. */
    TOO_MANY_FILES,
    /** A reaction that is no emoji. */
    NO_EMOJI,
    /** What is answered or reacted to is not in this conversation, or WhatsApp has no id of it yet. */
    NOT_QUOTABLE,
    /** It did not fail, or it would fail again; or a status may still tell what became of it. */
    NOT_RESENDABLE,
    /** WhatsApp does not let this number send it, or not any more. */
    TEMPLATE_GONE,
    /** Something that is to be filled in is missing, or not as WhatsApp takes it. */
    TEMPLATE_INCOMPLETE,
    /** Not a phone number with its country code. */
    NO_PHONE,
    /** We have blocked this customer: WhatsApp takes nothing for them. */
    BLOCKED,
    /** WhatsApp blocks by phone number, and theirs is not known. */
    NOT_BLOCKABLE,
    /** WhatsApp blocks only whoever has written within the last 24 hours. */
    BLOCK_TOO_LATE,
    /** WhatsApp does not answer, or refuses for a reason that passes or is an admin's to mend. */
    BLOCK_FAILED
}
