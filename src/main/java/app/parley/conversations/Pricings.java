package app.parley.conversations;

import app.parley.cloudapi.MessageStatus;
import app.parley.cloudapi.Pricing;
import app.parley.conversations.DeliveryRepository.Delivery;
import app.parley.numbers.NumberId;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what WhatsApp bills messages as, once for each however often it is told, and tells who counts it. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Pricings {

    private final PricingRepository repository;
    private final ApplicationEventPublisher events;

    Pricings(PricingRepository repository, ApplicationEventPublisher events) {
        this.repository = repository;
        this.events = events;
    }

    /**
     * @param ref the status's own
     * @param delivery the message as this status left it; null: we do not know it
     */
    void hear(
            NumberId number,
            String ref,
            MessageStatus status,
            DeliveryState state,
            Instant at,
            @Nullable Delivery delivery) {
        Pricing pricing = status.pricing();
        if (state == DeliveryState.FAILED) {
            lose(number, ref, delivery);
        } else if (pricing != null) {
            keep(number, ref, ReportedPricing.of(pricing, status, state, at, delivery));
        }
    }

    private void keep(NumberId number, String ref, ReportedPricing told) {
        if (repository.insert(number, ref, told)) {
            publish(number, null, told.counted());
        } else {
            change(number, ref, before -> before.followedBy(told));
        }
    }

    /** What never arrived is not charged (contract section 8). */
    private void lose(NumberId number, String ref, @Nullable Delivery delivery) {
        if (delivery == null || delivery.state() == DeliveryState.FAILED) {
            change(number, ref, before -> before.state() == DeliveryState.SENT ? before.thatFailed() : before);
        }
    }

    /** The message is known now of which something was told before. */
    void attach(Delivery delivery, String ref) {
        change(delivery.number(), ref, before -> before.isOfOurs() ? before : before.of(delivery));
    }

    private void change(NumberId number, String ref, UnaryOperator<ReportedPricing> change) {
        repository.lock(number, ref).ifPresent(before -> {
            ReportedPricing now = change.apply(before);
            if (!now.equals(before)) {
                repository.update(number, ref, now);
                publish(number, before.counted(), now.counted());
            }
        });
    }

    private void publish(NumberId number, @Nullable PricedMessage before, @Nullable PricedMessage now) {
        if (before == null ? now != null : !before.equals(now)) {
            events.publishEvent(new MessagePriced(number, before, now));
        }
    }
}
