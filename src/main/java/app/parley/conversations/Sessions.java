package app.parley.conversations;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Which session a customer's message belongs to; opens and extends them (contract section 8). */
@Component
class Sessions {

    private final SessionRepository sessions;

    Sessions(SessionRepository sessions) {
        this.sessions = sessions;
    }

    /** The open one, extended, or a new one, which may be over already. */
    SessionId of(ConversationBatch talk, SessionWindow window, Instant receivedAt) {
        SessionId current = talk.session();
        Instant end = talk.sessionEndsAt();
        if (current != null && end != null && window.from().isBefore(end) && !window.isOverAt(receivedAt)) {
            return extend(talk, current, end, window);
        }
        if (window.isOverAt(receivedAt)) {
            keep(List.of(talk)); // It may fall into what was added just now.
            return sessions.covering(talk.id(), window.from()).orElseGet(() -> open(talk, window));
        }
        // Never one that was ended early: the customer has written since, by whatever clock.
        return open(talk, window);
    }

    /** A call has no id we remember it by: one that comes again must not open what was ended since. */
    void called(ConversationBatch talk, SessionWindow window, Instant receivedAt) {
        if (!sessions.wasEndedSince(talk.id(), window.from())) {
            of(talk, window, receivedAt);
            keep(List.of(talk));
        }
    }

    private SessionId open(ConversationBatch talk, SessionWindow window) {
        // Before it is left behind, what it was extended to is kept.
        keep(List.of(talk));
        SessionId opened = sessions.open(talk.id(), talk.number(), window);
        Instant end = talk.sessionEndsAt();
        if (end == null || window.until().isAfter(end)) {
            talk.session(opened, window.until());
        }
        return opened;
    }

    private SessionId extend(ConversationBatch talk, SessionId current, Instant end, SessionWindow window) {
        if (window.until().isBefore(end)) {
            Optional<SessionId> then = sessions.covering(talk.id(), window.from());
            if (then.isPresent()) {
                return then.get();
            }
        }
        talk.extend(window);
        return current;
    }

    /** Writes down how long the open ones of these conversations last now. */
    void keep(Collection<ConversationBatch> talks) {
        sessions.extend(talks.stream().filter(ConversationBatch::isExtended).toList());
    }
}
