package app.parley.conversations;

import app.parley.cloudapi.GraphError;
import app.parley.cloudapi.MessageStatus;
import app.parley.numbers.NumberId;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What became of our messages. States only move forward, in whatever order they are told. */
@Service
@Transactional
public class Deliveries {

    private final DeliveryRepository deliveries;
    private final ConversationRepository conversations;
    private final SessionRepository sessions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Deliveries(
            DeliveryRepository deliveries,
            ConversationRepository conversations,
            SessionRepository sessions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.deliveries = deliveries;
        this.conversations = conversations;
        this.sessions = sessions;
        this.events = events;
        this.clock = clock;
    }

    /** What the outbox is to send; empty when the message is gone. */
    @Transactional(readOnly = true)
    public Optional<Outgoing> outgoing(MessageId message) {
        return deliveries.outgoing(message);
    }

    /** WhatsApp took the message and calls it {@code ref}; statuses that came before this answer are applied now. */
    public void accepted(MessageId message, String ref) {
        locked(message).ifPresent(delivery -> {
            if (delivery.ref() == null) {
                deliveries.ref(message, ref);
            }
            DeliveryState state = advance(delivery, DeliveryState.ACCEPTED, null);
            for (DeliveryRepository.EarlyStatus early : deliveries.takeEarly(delivery.number(), ref)) {
                state = advance(withState(delivery, state), early.state(), early.error());
            }
        });
    }

    /** WhatsApp refused it for good. */
    public void failed(MessageId message, GraphError error) {
        locked(message).ifPresent(delivery -> advance(delivery, DeliveryState.FAILED, error));
    }

    /** The answer was lost: only a status can tell now. */
    public void unknown(MessageId message) {
        locked(message).ifPresent(delivery -> advance(delivery, DeliveryState.UNKNOWN, null));
    }

    /** A status by webhook; one that is not ours, or not known, changes nothing. */
    public void status(NumberId number, MessageStatus status) {
        DeliveryState state = stateOf(status.status());
        if (state == null || status.id() == null) {
            return;
        }
        Optional<DeliveryRepository.Delivery> delivery =
                locked(number, status.id()).or(() -> byCallbackData(number, status));
        if (delivery.isPresent()) {
            if (delivery.get().ref() == null) {
                deliveries.ref(delivery.get().id(), status.id());
            }
            advance(delivery.get(), state, status.error());
        } else {
            deliveries.keepEarly(number, status.id(), state, clock.instant(), status.error());
        }
    }

    /** Always the conversation first, as everybody does: two who hold one and want the other would wait for ever. */
    private Optional<DeliveryRepository.Delivery> locked(MessageId message) {
        return deliveries
                .conversationOf(message)
                .flatMap(conversations::lock)
                .flatMap(conversation -> deliveries.byId(message));
    }

    private Optional<DeliveryRepository.Delivery> locked(NumberId number, String ref) {
        return deliveries
                .conversationOf(number, ref)
                .flatMap(conversations::lock)
                .flatMap(conversation -> deliveries.byRef(number, ref));
    }

    /** The best key when the send's own answer was lost or is still on its way (contract section 3). */
    private Optional<DeliveryRepository.Delivery> byCallbackData(NumberId number, MessageStatus status) {
        return CallbackData.parse(status.callbackData())
                .flatMap(this::locked)
                .filter(delivery -> delivery.number().equals(number))
                // The answer may have been written while we waited for the lock.
                .filter(delivery -> delivery.ref() == null || delivery.ref().equals(status.id()));
    }

    private DeliveryState advance(
            DeliveryRepository.Delivery delivery, DeliveryState next, @Nullable GraphError error) {
        if (!delivery.state().mayBecome(next)) {
            return delivery.state();
        }
        deliveries.state(delivery.id(), next, error);
        if (next == DeliveryState.FAILED) {
            conversations.touchLast(delivery.conversation());
        }
        if (error != null && error.code() == GraphError.RE_ENGAGEMENT) {
            endSession(delivery.conversation());
        }
        events.publishEvent(new ConversationChanged(delivery.conversation(), delivery.number()));
        return next;
    }

    /** By WhatsApp's count the window is closed, whatever ours says. */
    private void endSession(ConversationId id) {
        Instant now = clock.instant();
        conversations.lock(id).ifPresent(conversation -> {
            SessionId session = conversation.sessionId();
            if (session != null && conversation.hasSessionAt(now)) {
                sessions.end(session, now, SessionEnd.REFUSED);
                conversations.session(id, null, now);
            }
        });
    }

    private static DeliveryRepository.Delivery withState(DeliveryRepository.Delivery delivery, DeliveryState state) {
        return new DeliveryRepository.Delivery(
                delivery.id(), delivery.conversation(), delivery.number(), delivery.ref(), state);
    }

    private static @Nullable DeliveryState stateOf(@Nullable String status) {
        return switch (status) {
            case "sent" -> DeliveryState.SENT;
            case "delivered" -> DeliveryState.DELIVERED;
            case "read" -> DeliveryState.READ;
            case "played" -> DeliveryState.PLAYED;
            case "failed" -> DeliveryState.FAILED;
            case null, default -> null;
        };
    }
}
