package app.parley.conversations;

import app.parley.cloudapi.MessageStatus;
import app.parley.cloudapi.Pricing;
import app.parley.conversations.DeliveryRepository.Delivery;
import app.parley.team.AgentId;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What we keep of what WhatsApp bills one message as.
 *
 * @param state of the status that told it; {@code at} is its time
 * @param toldAt the time of the first that told anything
 * @param conversation of the message; null: it is none that we know, or not yet
 * @param lost the message failed before it arrived
 */
record ReportedPricing(
        Pricing pricing,
        DeliveryState state,
        Instant at,
        String country,
        Instant toldAt,
        @Nullable AgentId agent,
        @Nullable ConversationId conversation,
        boolean lost) {

    /** @param delivery as this status left it */
    static ReportedPricing of(
            Pricing pricing, MessageStatus status, DeliveryState state, Instant at, @Nullable Delivery delivery) {
        boolean late = state == DeliveryState.SENT && delivery != null && delivery.state() == DeliveryState.FAILED;
        return new ReportedPricing(
                pricing,
                state,
                at,
                status.country(),
                at,
                delivery == null ? null : delivery.agent(),
                delivery == null ? null : delivery.conversation(),
                late);
    }

    /** The first that is told holds until a later state tells another. */
    ReportedPricing followedBy(ReportedPricing next) {
        ReportedPricing latest = next.state.compareTo(state) > 0 ? next : this;
        return new ReportedPricing(
                latest.pricing,
                latest.state,
                latest.at,
                country.isEmpty() ? next.country : country,
                toldAt,
                isOfOurs() ? agent : next.agent,
                isOfOurs() ? conversation : next.conversation,
                latest.lost);
    }

    ReportedPricing thatFailed() {
        return new ReportedPricing(pricing, state, at, country, toldAt, agent, conversation, true);
    }

    ReportedPricing of(Delivery delivery) {
        return new ReportedPricing(
                pricing, state, at, country, toldAt, delivery.agent(), delivery.conversation(), lost);
    }

    /** Whether we know the message. */
    boolean isOfOurs() {
        return conversation != null;
    }

    /** What counts; nothing if it was lost. */
    @Nullable
    PricedMessage counted() {
        return lost
                ? null
                : new PricedMessage(
                        conversation,
                        agent,
                        toldAt,
                        country,
                        Objects.requireNonNullElse(pricing.category(), ""),
                        type(),
                        state != DeliveryState.SENT);
    }

    private String type() {
        String unsaid = Boolean.FALSE.equals(pricing.billable()) ? "free" : "";
        return Objects.requireNonNullElse(pricing.type(), unsaid);
    }
}
