package app.parley.conversations;

import app.parley.cloudapi.InboundCall;
import app.parley.cloudapi.InboundMessage;
import app.parley.numbers.NumberId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What customers do: their messages become ours to answer, each once, however often Meta delivers it. */
@Service
@Transactional
public class Receiving {

    private final CustomerRepository customers;
    private final ConversationRepository conversations;
    private final SessionRepository sessions;
    private final MessageRepository messages;
    private final ArchivingRepository archivings;
    private final ApplicationEventPublisher events;

    Receiving(
            CustomerRepository customers,
            ConversationRepository conversations,
            SessionRepository sessions,
            MessageRepository messages,
            ArchivingRepository archivings,
            ApplicationEventPublisher events) {
        this.customers = customers;
        this.conversations = conversations;
        this.sessions = sessions;
        this.messages = messages;
        this.archivings = archivings;
        this.events = events;
    }

    /**
     * Stores a message with all that follows from it, in one transaction.
     *
     * @param receivedAt when it reached us; counts where Meta's own timestamp is missing or from the future
     * @throws IllegalArgumentException when nobody sent it, in a sentence
     */
    public void receive(NumberId number, InboundMessage inbound, Instant receivedAt) {
        if (inbound.groupId() != null) {
            return; // Groups are kept in the journal, not shown.
        }
        if (!inbound.sender().isKnown()) {
            throw new IllegalArgumentException("The message names no sender.");
        }
        if (inbound.id() != null && messages.exists(number, inbound.id())) {
            return;
        }
        Conversation conversation = conversations.lock(number, customers.keep(inbound.sender()), receivedAt);
        // Asked again under the lock: the same message may come twice at once.
        if (inbound.id() != null && messages.exists(number, inbound.id())) {
            return;
        }
        MessageKind kind = MessageKinds.of(inbound);
        SessionWindow window =
                SessionWindow.of(inbound.timestamp() == null ? receivedAt : inbound.timestamp(), receivedAt);
        SessionId session = kind.opensSession() ? session(conversation, window, receivedAt) : null;
        store(conversation, inbound, kind, window.from(), receivedAt, session);
        if (conversation.archived() && kind.bringsBack()) {
            conversations.archived(conversation.id(), false);
            archivings.voidAll(conversation.id());
        }
        events.publishEvent(new ConversationChanged(conversation.id(), number));
    }

    /** A call opens or extends the session of a conversation that stands; it is not shown, and starts none. */
    public void called(NumberId number, InboundCall call, Instant receivedAt) {
        if (!call.sender().isKnown()) {
            return;
        }
        conversations.lock(number, customers.keep(call.sender())).ifPresent(conversation -> {
            session(
                    conversation,
                    SessionWindow.of(call.timestamp() == null ? receivedAt : call.timestamp(), receivedAt),
                    receivedAt);
            events.publishEvent(new ConversationChanged(conversation.id(), number));
        });
    }

    private void store(
            Conversation conversation,
            InboundMessage inbound,
            MessageKind kind,
            Instant at,
            Instant receivedAt,
            @Nullable SessionId session) {
        MessageId id = messages.insert(new NewMessage(
                conversation.id(),
                conversation.numberId(),
                session,
                null,
                Direction.INBOUND,
                kind,
                at,
                receivedAt,
                inbound.text(),
                inbound.id(),
                inbound.refersTo(),
                null,
                null,
                inbound.rawJson()));
        if (kind.countsAsUnseen()) {
            messages.markUnseen(id, conversation.id(), at);
            conversations.touchUnseen(conversation.id());
        }
        conversations.touchLast(conversation.id());
    }

    /** The session the message belongs to: the open one, extended, or a new one, which may be over already. */
    private SessionId session(Conversation conversation, SessionWindow window, Instant receivedAt) {
        SessionId current = conversation.sessionId();
        Instant end = conversation.sessionEndsAt();
        if (current != null && end != null && window.from().isBefore(end) && !window.isOverAt(receivedAt)) {
            return extend(conversation, current, end, window);
        }
        if (window.isOverAt(receivedAt)) {
            return sessions.covering(conversation.id(), window.from()).orElseGet(() -> open(conversation, window));
        }
        // Never one that was ended early: the customer has written since, by whatever clock.
        return open(conversation, window);
    }

    private SessionId open(Conversation conversation, SessionWindow window) {
        SessionId opened = sessions.open(conversation.id(), window);
        Instant end = conversation.sessionEndsAt();
        if (end == null || window.until().isAfter(end)) {
            conversations.session(conversation.id(), opened, window.until());
        }
        return opened;
    }

    private SessionId extend(Conversation conversation, SessionId current, Instant end, SessionWindow window) {
        if (window.until().isAfter(end)) {
            sessions.extend(current, window.until());
            conversations.session(conversation.id(), current, window.until());
        }
        return current;
    }
}
