package app.parley.conversations;

import app.parley.numbers.NumberId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A locked conversation while messages are being added to it: what its row will say when all of them are in. */
final class Talk {

    private final Conversation before;
    private @Nullable MessageKey last;
    private boolean waiting;
    private int unseen;
    private boolean archived;
    private @Nullable SessionId session;
    private @Nullable Instant sessionEndsAt;
    private boolean extended;
    private boolean toBeReread;

    Talk(Conversation before, @Nullable MessageKey last, boolean waiting, int unseen) {
        this.before = before;
        this.last = last;
        this.waiting = waiting;
        this.unseen = unseen;
        this.archived = before.archived();
        this.session = before.sessionId();
        this.sessionEndsAt = before.sessionEndsAt();
    }

    /** A customer's message is in. One that came late, or a reaction, leaves the newest one to be looked for. */
    void add(MessageKey key, MessageKind kind) {
        if (kind.countsAsUnseen()) {
            unseen++;
        }
        if (!kind.mayBeLast()) {
            return;
        }
        if (kind == MessageKind.REACTION || (last != null && key.compareTo(last) < 0)) {
            toBeReread = true;
            return;
        }
        last = key;
        waiting = waiting || kind.countsAsUnseen();
    }

    void session(@Nullable SessionId id, @Nullable Instant endsAt) {
        session = id;
        sessionEndsAt = endsAt;
        extended = false;
    }

    /** The session that is open lasts longer. */
    void extend(Instant until) {
        sessionEndsAt = until;
        extended = true;
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
