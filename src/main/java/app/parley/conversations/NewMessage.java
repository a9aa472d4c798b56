package app.parley.conversations;

import app.parley.cloudapi.InboundMessage;
import app.parley.numbers.NumberId;
import app.parley.team.AgentId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A message about to be stored. {@code ref} is Meta's id of it, {@code refersTo} of the message it is about, {@code
 * payload} what Meta delivered; {@code rich} says that there is more to show in it than words.
 */
record NewMessage(
        MessageId id,
        ConversationId conversation,
        NumberId number,
        @Nullable SessionId session,
        @Nullable AgentId agent,
        Direction direction,
        MessageKind kind,
        Instant at,
        Instant receivedAt,
        @Nullable String text,
        @Nullable String ref,
        @Nullable String refersTo,
        @Nullable DeliveryState state,
        @Nullable String sendKey,
        @Nullable Forwarded forwarded,
        boolean rich,
        @Nullable String payload) {

    static NewMessage inbound(
            MessageId id,
            ConversationBatch talk,
            @Nullable SessionId session,
            MessageKind kind,
            Instant at,
            ReceivedMessage arrival) {
        InboundMessage message = arrival.message();
        return new NewMessage(
                id,
                talk.id(),
                talk.number(),
                session,
                null,
                Direction.INBOUND,
                kind,
                at,
                arrival.receivedAt(),
                message.text(),
                message.id(),
                message.refersTo(),
                null,
                null,
                message.isForwardedOften() ? Forwarded.OFTEN : message.isForwarded() ? Forwarded.ONCE : null,
                message.isRich(),
                message.rawJson());
    }

    /**
     * One of ours.
     *
     * @param refersTo Meta's id of the message it answers, or reacts to
     * @param payload Meta's words for it; null when its text is all
     */
    static NewMessage outbound(
            MessageId id,
            Conversation conversation,
            @Nullable SessionId session,
            AgentId agent,
            MessageKind kind,
            @Nullable String text,
            @Nullable String refersTo,
            @Nullable String payload,
            String sendKey,
            Instant now) {
        return new NewMessage(
                id,
                conversation.id(),
                conversation.numberId(),
                session,
                agent,
                Direction.OUTBOUND,
                kind,
                now,
                now,
                text,
                null,
                refersTo,
                DeliveryState.QUEUED,
                sendKey,
                null,
                kind == MessageKind.LOCATION || kind == MessageKind.CONTACTS || kind == MessageKind.TEMPLATE,
                payload);
    }

    Optional<BillableMessage> billable() {
        return session == null || !kind.costs()
                ? Optional.empty()
                : Optional.of(new BillableMessage(id, conversation, number, session, agent, direction, at));
    }

    MessageKey key() {
        return new MessageKey(at, id);
    }
}
