package app.parley.inbox.chat;

import app.parley.conversations.ChatHeader;
import java.time.Instant;

/** Whether a reply can be written, and if not, why. The browser is only told: the rule stands in Conversations. */
enum ReplyLock {
    OPEN,
    EXPIRED,
    /** The customer has never written, so that no session was ever open. */
    NEVER_WROTE,
    ARCHIVED,
    /** We have blocked them. */
    BLOCKED;

    /** What was put away stays so until the customer writes; without a session, templates are all that is taken. */
    boolean takesTemplates() {
        return this != ARCHIVED && this != BLOCKED;
    }

    static ReplyLock of(ChatHeader header, Instant now) {
        if (header.archived()) {
            return ARCHIVED;
        }
        if (header.blockedAt() != null) {
            return BLOCKED;
        }
        if (header.isOpenAt(now)) {
            return OPEN;
        }
        return header.sessionEndsAt() == null ? NEVER_WROTE : EXPIRED;
    }
}
