package app.parley.conversations;

import app.parley.cloudapi.GraphError;
import app.parley.cloudapi.Remedy;
import app.parley.cloudapi.TemplateName;
import app.parley.conversations.ResendRepository.Original;
import app.parley.numbers.Templates;
import app.parley.team.AgentId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Sends anew what failed or got no answer, once, whoever asks for it and however often. */
@Component
class Resending {

    private final ConversationRepository conversations;
    private final MessageRepository messages;
    private final ReactionRepository reactions;
    private final ResendRepository originals;
    private final Templates templates;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Resending(
            ConversationRepository conversations,
            MessageRepository messages,
            ReactionRepository reactions,
            ResendRepository originals,
            Templates templates,
            ApplicationEventPublisher events,
            Clock clock) {
        this.conversations = conversations;
        this.messages = messages;
        this.reactions = reactions;
        this.originals = originals;
        this.templates = templates;
        this.events = events;
        this.clock = clock;
    }

    MessageId resend(AgentId agent, MessageId id, String sendKey) {
        Conversation conversation = originals
                .find(id)
                .flatMap(found -> conversations.lock(found.conversation(), agent))
                .orElseThrow(() -> new RefusedException(Refusal.NOT_FOUND));
        // Read again under the lock: a colleague, or a status, may have been faster.
        Original original = originals
                .find(id)
                .filter(found -> found.conversation().equals(conversation.id()))
                .orElseThrow(() -> new RefusedException(Refusal.NOT_FOUND));
        if (original.resentAs() != null) {
            return original.resentAs();
        }
        Optional<MessageId> sameKey = messages.bySendKey(conversation.id(), sendKey);
        if (sameKey.isPresent()) {
            return sameKey.get();
        }
        Instant now = clock.instant();
        requireAllowed(conversation, original, now);
        return queue(agent, conversation, id, original, sendKey, now);
    }

    private void requireAllowed(Conversation conversation, Original original, Instant now) {
        if (!mayBeResent(original, now)) {
            throw new RefusedException(Refusal.NOT_RESENDABLE);
        }
        if (conversation.archived()) {
            throw new RefusedException(Refusal.ARCHIVED);
        }
        if (conversation.isBlocked()) {
            throw new RefusedException(Refusal.BLOCKED);
        }
        if (original.kind() == MessageKind.TEMPLATE) {
            requireApproved(conversation, original);
        } else if (!conversation.hasSessionAt(now)) {
            throw new RefusedException(Refusal.EXPIRED);
        }
    }

    /** WhatsApp may have paused or withdrawn it since. */
    private void requireApproved(Conversation conversation, Original original) {
        String content = original.payload();
        if (content == null || !templates.isApproved(conversation.numberId(), TemplateName.of(content))) {
            throw new RefusedException(Refusal.TEMPLATE_GONE);
        }
    }

    private static boolean mayBeResent(Original original, Instant now) {
        return switch (original.state()) {
            case FAILED -> original.errorCode() == null || GraphError.remedy(original.errorCode()) == Remedy.TRY_AGAIN;
            case UNKNOWN ->
                original.unknownAt() == null
                        || !now.isBefore(original.unknownAt().plus(Conversations.UNKNOWN_LASTS));
            case QUEUED, ACCEPTED, SENT, DELIVERED, READ, PLAYED -> false;
        };
    }

    private MessageId queue(
            AgentId agent, Conversation conversation, MessageId id, Original original, String sendKey, Instant now) {
        NewMessage anew = NewMessage.outbound(
                messages.nextIds(1).getFirst(),
                conversation,
                conversation.hasSessionAt(now) ? conversation.sessionId() : null,
                agent,
                original.kind(),
                original.text(),
                original.refersTo(),
                original.payload(),
                sendKey,
                now);
        messages.insert(List.of(anew));
        originals.copyFile(id, anew.id());
        if (original.kind() == MessageKind.REACTION) {
            reactions.keep(anew);
        }
        originals.resentAs(id, anew.id());
        conversations.touchLast(conversation.id());
        events.publishEvent(new ReplyQueued(anew.id(), conversation.id(), conversation.numberId()));
        events.publishEvent(new ConversationChanged(conversation.id(), conversation.numberId()));
        return anew.id();
    }
}
