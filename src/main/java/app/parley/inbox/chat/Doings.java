package app.parley.inbox.chat;

import app.parley.conversations.ConversationId;
import app.parley.conversations.Conversations;
import app.parley.conversations.MessageId;
import app.parley.media.Media;
import app.parley.team.AgentId;
import java.util.List;
import java.util.function.Consumer;

/** What one agent does to messages as they stand in the chat; the rooms behind it check the rights. */
final class Doings {

    private final Conversations conversations;
    private final Media media;
    private final AgentId agent;
    private final Consumer<ConversationId> open;

    /** @param open leads the agent to another conversation */
    Doings(Conversations conversations, Media media, AgentId agent, Consumer<ConversationId> open) {
        this.conversations = conversations;
        this.media = media;
        this.agent = agent;
        this.open = open;
    }

    void seen(ConversationId conversation, List<MessageId> messages) {
        conversations.seen(agent, conversation, messages);
    }

    /** @return false when there is nothing to try */
    boolean tryAgain(MessageId message) {
        return media.tryAgain(agent, message);
    }

    void startChat(ConversationId inThis, String waId) {
        open.accept(conversations.begin(agent, inThis, waId));
    }
}
