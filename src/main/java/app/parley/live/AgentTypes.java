package app.parley.live;

import app.parley.conversations.ConversationId;

/** An agent pressed a key in the reply box of this conversation; told every few seconds while they type. */
public record AgentTypes(ConversationId conversation) {}
