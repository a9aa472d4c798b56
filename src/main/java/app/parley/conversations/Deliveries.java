package app.parley.conversations;

import app.parley.cloudapi.GraphError;
import app.parley.cloudapi.MessageStatus;
import app.parley.conversations.DeliveryRepository.Delivery;
import app.parley.conversations.EarlyStatusRepository.EarlyStatus;
import app.parley.numbers.NumberId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What became of our messages. States only move forward, in whatever order they are told. */
@Service
@Transactional
public class Deliveries {

    private static final Duration EARLY_STATUSES_LAST = Duration.ofDays(7);

    private final DeliveryRepository deliveries;
    private final EarlyStatusRepository early;
    private final UnsettledRepository unsettled;
    private final Pricings pricings;
    private final ConversationRepository conversations;
    private final SessionRepository sessions;
    private final ReactionRepository reactions;
    private final ErasedMessages erasedMessages;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Deliveries(
            DeliveryRepository deliveries,
            EarlyStatusRepository early,
            UnsettledRepository unsettled,
            Pricings pricings,
            ConversationRepository conversations,
            SessionRepository sessions,
            ReactionRepository reactions,
            ErasedMessages erasedMessages,
            ApplicationEventPublisher events,
            Clock clock) {
        this.deliveries = deliveries;
        this.early = early;
        this.unsettled = unsettled;
        this.pricings = pricings;
        this.conversations = conversations;
        this.sessions = sessions;
        this.reactions = reactions;
        this.erasedMessages = erasedMessages;
        this.events = events;
        this.clock = clock;
    }

    /** What the outbox is to send; empty when the message is gone, or a status has told that WhatsApp has it. */
    @Transactional(readOnly = true)
    public Optional<Outgoing> outgoing(MessageId message) {
        return deliveries.outgoing(message);
    }

    /** WhatsApp has had the file of this message since then, under this id of its own; the message goes out next. */
    public void uploaded(MessageId message, UploadedFile uploaded) {
        deliveries.uploaded(message, uploaded);
    }

    /** Whether the message carries a file that WhatsApp does not have yet: it surely was not sent. */
    @Transactional(readOnly = true)
    public boolean isBeforeUpload(MessageId message) {
        return deliveries.isBeforeUpload(message);
    }

    /** Meta's newest id for the very same file, taken there by this number after this moment; empty if there is none. */
    @Transactional(readOnly = true)
    public Optional<UploadedFile> uploadedSince(Outgoing outgoing, Instant moment) {
        OutgoingFile file = outgoing.file();
        return file == null ? Optional.empty() : deliveries.uploadedSince(outgoing.number(), file, moment);
    }

    /** WhatsApp took the message and calls it {@code ref}; statuses that came before this answer are applied now. */
    public void accepted(MessageId message, String ref) {
        locked(message)
                .ifPresent(delivery -> named(advance(delivery, DeliveryState.ACCEPTED, clock.instant(), null), ref));
    }

    /** WhatsApp refused it for good. */
    public void failed(MessageId message, GraphError error) {
        locked(message)
                // A status may have told since that an attempt arrived after all.
                .filter(delivery -> delivery.state() == DeliveryState.QUEUED)
                .ifPresent(delivery -> advance(delivery, DeliveryState.FAILED, clock.instant(), error));
    }

    /** The answer was lost: only a status can tell now. */
    public void unknown(MessageId message) {
        locked(message).ifPresent(delivery -> advance(delivery, DeliveryState.UNKNOWN, clock.instant(), null));
    }

    /**
     * A status by webhook. One whose message is not known is kept for a while; one whose state is not known, and one of
     * a group, changes nothing. What Meta bills is kept in any case.
     */
    public void status(NumberId number, MessageStatus status) {
        DeliveryState state = stateOf(status.status());
        String ref = status.id();
        if (state == null || ref == null) {
            return;
        }
        Instant now = clock.instant();
        Instant at = status.timestamp() == null ? now : status.timestamp();
        Delivery delivery = null;
        if (!status.ofGroup()) {
            delivery = locked(number, ref)
                    .or(() -> byCallbackData(number, status))
                    .map(it -> it.ref() == null ? named(it, ref) : it)
                    .map(it -> advance(it, state, at, status.error()))
                    .orElse(null);
            if (delivery == null) {
                if (erasedMessages.includes(number, ref)) {
                    return; // It was counted when it was there.
                }
                early.keep(number, ref, new EarlyStatus(state, at, status.error()), now);
            }
        }
        pricings.hear(number, ref, status, state, at, delivery);
    }

    /** Meta's id of the message is known from now on, and so is whatever came about it before. */
    private Delivery named(Delivery delivery, String ref) {
        deliveries.ref(delivery.id(), ref);
        Delivery now = delivery;
        List<EarlyStatus> statuses = early.take(delivery.number(), ref);
        if (!statuses.isEmpty()) {
            pricings.attach(delivery, ref);
        }
        for (EarlyStatus status : statuses) {
            now = advance(now, status.state(), status.at(), status.error());
        }
        return now;
    }

    /** Most early statuses are of messages that other applications send from the same number. */
    @Scheduled(initialDelay = 7, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void forgetOrphans() {
        early.forget(clock.instant().minus(EARLY_STATUSES_LAST));
    }

    /** Always the conversation first, as everybody does: two who hold one and want the other would wait for ever. */
    private Optional<Delivery> locked(MessageId message) {
        return locked(() -> deliveries.conversationOf(message), () -> deliveries.byId(message));
    }

    private Optional<Delivery> locked(NumberId number, String ref) {
        return locked(() -> deliveries.conversationOf(number, ref), () -> deliveries.byRef(number, ref));
    }

    /** Asked again when the conversation was joined to another one while we waited for it. */
    private Optional<Delivery> locked(
            Supplier<Optional<ConversationId>> conversation, Supplier<Optional<Delivery>> delivery) {
        Optional<ConversationId> wanted = conversation.get();
        while (wanted.isPresent()) {
            ConversationId held = wanted.get();
            conversations.lock(held);
            wanted = conversation.get();
            if (wanted.equals(Optional.of(held))) {
                return delivery.get();
            }
        }
        return Optional.empty();
    }

    /** The best key when the send's own answer was lost or is still on its way (contract section 3). */
    private Optional<Delivery> byCallbackData(NumberId number, MessageStatus status) {
        return CallbackData.parse(status.callbackData())
                .flatMap(this::locked)
                .filter(delivery -> delivery.number().equals(number))
                // The answer may have been written while we waited for the lock.
                .filter(delivery -> delivery.ref() == null || delivery.ref().equals(status.id()));
    }

    /** @param at by Meta's clock; kept even if the message has gone on already */
    private Delivery advance(Delivery delivery, DeliveryState next, Instant at, @Nullable GraphError error) {
        deliveries.reached(delivery.id(), next, at);
        if (!delivery.state().mayBecome(next)) {
            return delivery;
        }
        deliveries.state(delivery.id(), next, error);
        if (next == DeliveryState.UNKNOWN) {
            unsettled.add(delivery.id(), at);
        } else if (delivery.state() == DeliveryState.UNKNOWN) {
            unsettled.remove(delivery.id());
        }
        if (next == DeliveryState.FAILED || delivery.state() == DeliveryState.FAILED) {
            reactions.settle(delivery.id()); // One that failed is taken back.
            conversations.touchLast(delivery.conversation()); // A reply that failed is none.
        }
        if (error != null && error.code() == GraphError.RE_ENGAGEMENT) {
            endSession(delivery.conversation(), at);
        }
        if (error != null && error.stopsNumber()) {
            events.publishEvent(new NumberRefused(delivery.number(), error.reason()));
        }
        tellWhatItCosts(delivery, next);
        events.publishEvent(new ConversationChanged(delivery.conversation(), delivery.number()));
        return delivery.with(next);
    }

    private void tellWhatItCosts(Delivery delivery, DeliveryState next) {
        if (next == DeliveryState.FAILED && delivery.kind().costs()) {
            events.publishEvent(new MessageFailed(
                    delivery.id(), delivery.conversation(), delivery.number(), delivery.agent(), delivery.at()));
        }
        if (delivery.state() == DeliveryState.FAILED) {
            events.publishEvent(new FailedMessageDelivered(delivery.id()));
        }
        if (next.isTaken() && !delivery.state().isTaken()) {
            delivery.billable().map(MessageConfirmed::new).ifPresent(events::publishEvent);
        }
    }

    /** By WhatsApp's count the window was closed then, whatever ours says; not if the customer has written since. */
    private void endSession(ConversationId id, Instant refusedAt) {
        Instant now = clock.instant();
        conversations.lock(id).ifPresent(conversation -> {
            SessionId session = conversation.sessionId();
            if (session != null && conversation.hasSessionAt(now) && !conversation.hasHeardAfter(refusedAt)) {
                sessions.end(session, now, SessionEnd.REFUSED);
                conversations.session(id, null, now);
            }
        });
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
