package app.parley.inbox.chat;

import app.parley.cloudapi.Remedy;
import app.parley.conversations.Content;
import app.parley.conversations.ConversationId;
import app.parley.conversations.Conversations;
import app.parley.conversations.MessageId;
import app.parley.conversations.Refusal;
import app.parley.conversations.RefusedException;
import app.parley.media.Media;
import app.parley.team.AgentId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What one agent does to messages as they stand in the chat; the services behind it check the rights. */
final class MessageActions {

    private final Conversations conversations;
    private final Media media;
    private final AgentId agent;
    private final Consumer<ConversationId> open;
    private final Runnable template;

    /**
     * @param open leads the agent to another conversation
     * @param template lets the agent choose a template for this one
     */
    MessageActions(
            Conversations conversations, Media media, AgentId agent, Consumer<ConversationId> open, Runnable template) {
        this.conversations = conversations;
        this.media = media;
        this.agent = agent;
        this.open = open;
        this.template = template;
    }

    void seen(ConversationId conversation, List<MessageId> messages) {
        conversations.seen(agent, conversation, messages);
    }

    /** @return false when there is nothing to try */
    boolean tryAgain(MessageId message) {
        return media.tryAgain(agent, message);
    }

    /** @return why it could not be done; empty when it was */
    Optional<Refusal> remedy(MessageId message, String act) {
        if (RemedyView.is(act, Remedy.SEND_TEMPLATE)) {
            template.run();
        } else if (RemedyView.is(act, Remedy.TRY_AGAIN)) {
            try {
                conversations.resend(agent, message, UUID.randomUUID().toString());
            } catch (RefusedException e) {
                return Optional.of(e.refusal());
            }
        }
        return Optional.empty();
    }

    void startChat(ConversationId inThis, String waId) {
        open.accept(conversations.begin(agent, inThis, waId));
    }

    /**
     * @param emoji empty to take the reaction back
     * @return why it was refused; null when it stands in the queue
     */
    @Nullable
    Refusal react(ConversationId conversation, MessageId message, String emoji) {
        try {
            Content.Reaction reaction = new Content.Reaction(message, emoji.isEmpty() ? null : emoji);
            conversations.send(
                    agent, conversation, reaction, null, UUID.randomUUID().toString());
            return null;
        } catch (RefusedException e) {
            return e.refusal();
        }
    }
}
