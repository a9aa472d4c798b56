package app.parley.conversations;

import app.parley.numbers.NumberId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A locked conversation while messages are being added to it: what its row will say when all of them are in. */
final class ConversationBatch {

    private final Conversation before;
    private @Nullable MessageKey last;
    private boolean waiting;
    private int unseen;
    private boolean archived;
    private @Nullable SessionId session;
    private @Nullable Instant sessionEndsAt;
    private @Nullable Instant sessionFrom;
    private boolean extended;
    private boolean toBeReread;

    ConversationBatch(Conversation before, @Nullable MessageKey last, boolean waiting, int unseen) {
        this.before = before;
        this.last = last;
        this.waiting = waiting;
        this.unseen = unseen;
        this.archived = before.archived();
        this.session = before.sessionId();
        this.sessionEndsAt = before.sessionEndsAt();
    }

    /**
     * A customer's message is in. A reaction leaves the newest one to be looked for; so does one that came late, unless
     * an answer is owed already: it stands before the newest, and one more before it changes nothing.
     */
    void add(MessageKey key, MessageKind kind) {
        if (kind.countsAsUnseen()) {
            unseen++;
        }
        if (!kind.mayBeLast()) {
            toBeReread |= last == null;
            return;
        }
        if (kind == MessageKind.REACTION) {
            toBeReread = true;
            return;
        }
        if (last != null && key.compareTo(last) < 0) {
            toBeReread |= kind.countsAsUnseen() && !waiting;
            return;
        }
        last = key;
        waiting = waiting || kind.countsAsUnseen();
    }

    void session(@Nullable SessionId id, @Nullable Instant endsAt) {
        session = id;
        sessionEndsAt = endsAt;
        sessionFrom = null;
        extended = false;
    }

    /** The session that is open lasts longer; or it began earlier, as one that came late tells. */
    void extend(SessionWindow window) {
        if (sessionEndsAt == null || window.until().isAfter(sessionEndsAt)) {
            sessionEndsAt = window.until();
        }
        if (sessionFrom == null || window.from().isBefore(sessionFrom)) {
            sessionFrom = window.from();
        }
        extended = true;
    }

    /** The earliest that was added to it; null when it was not extended. */
    @Nullable
    Instant sessionFrom() {
        return sessionFrom;
    }

    boolean isExtended() {
        return extended;
    }

    void bringBack() {
        archived = false;
    }

    ConversationId id() {
        return before.id();
    }

    NumberId number() {
        return before.numberId();
    }

    @Nullable
    MessageKey last() {
        return last;
    }

    boolean isWaiting() {
        return waiting;
    }

    int unseen() {
        return unseen;
    }

    boolean isArchived() {
        return archived;
    }

    @Nullable
    SessionId session() {
        return session;
    }

    @Nullable
    Instant sessionEndsAt() {
        return sessionEndsAt;
    }

    boolean isToBeReread() {
        return toBeReread;
    }
}
