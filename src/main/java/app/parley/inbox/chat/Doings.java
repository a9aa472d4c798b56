package app.parley.inbox.chat;

import app.parley.conversations.ConversationId;
import app.parley.conversations.Conversations;
import app.parley.conversations.MessageId;
import app.parley.team.AgentId;
import java.util.List;
import java.util.function.Consumer;

/** What one agent does to messages as they stand in the chat; the rooms behind it check the rights. */
final class Doings {

    private final Conversations conversations;
    private final AgentId agent;
    private final Consumer<ConversationId> open;

    /** @param open leads the agent to another conversation */
    Doings(Conversations conversations, AgentId agent, Consumer<ConversationId> open) {
        this.conversations = conversations;
        this.agent = agent;
        this.open = open;
    }

    void seen(ConversationId conversation, List<MessageId> messages) {
        conversations.seen(agent, conversation, messages);
    }

    void startChat(ConversationId inThis, String waId) {
        open.accept(conversations.begin(agent, inThis, waId));
    }
}
