package app.parley.inbox.chat;

import app.parley.conversations.ChatWindow;
import app.parley.conversations.ConversationId;
import app.parley.conversations.InboxQueries;
import app.parley.conversations.MessageId;
import app.parley.conversations.MessageKey;
import app.parley.team.AgentId;
import java.time.Instant;
import java.util.Optional;

/** Reads stretches of a conversation for one agent; one call of the queries for each step. */
final class MessageLoader {

    /** How many messages come with one step. */
    static final int PAGE = 50;

    /** Later than any message: a customer's phone may be ahead of us, but not by this much. */
    private static final MessageKey END =
            new MessageKey(Instant.parse("9999-01-01T00:00:00Z"), new MessageId(Long.MAX_VALUE));

    private final InboxQueries queries;
    private final AgentId agent;

    MessageLoader(InboxQueries queries, AgentId agent) {
        this.queries = queries;
        this.agent = agent;
    }

    MessageRange open(ConversationId conversation) {
        return new MessageRange(conversation, queries.open(agent, conversation, PAGE), false);
    }

    MessageRange end(ConversationId conversation) {
        return new MessageRange(conversation, queries.older(agent, conversation, END, PAGE), false);
    }

    MessageRange older(MessageRange shown) {
        return shown.withOlder(queries.older(
                agent, shown.conversation(), shown.messages().getFirst().key(), PAGE));
    }

    MessageRange newer(MessageRange shown) {
        return shown.withNewer(queries.newer(
                agent, shown.conversation(), shown.messages().getLast().key(), PAGE));
    }

    /** The stretch around the nearest unseen message that lies outside of what is shown. */
    MessageRange aroundUnseen(MessageRange shown, boolean older) {
        MessageKey edge =
                (older ? shown.messages().getFirst() : shown.messages().getLast()).key();
        ChatWindow around = queries.aroundUnseen(agent, shown.conversation(), edge, older, PAGE);
        return new MessageRange(shown.conversation(), around, older);
    }

    /** The stretch around one message; empty when it is not in this conversation. */
    Optional<MessageRange> around(ConversationId conversation, MessageId message) {
        return queries.around(agent, conversation, message, PAGE)
                .map(window -> new MessageRange(conversation, window, true));
    }

    /** What is shown, as it is now; new messages too, if it reaches to the end. */
    MessageRange again(MessageRange shown) {
        if (shown.messages().isEmpty()) {
            return open(shown.conversation());
        }
        MessageKey first = shown.messages().getFirst().key();
        int limit = shown.window().hasNewer() ? shown.messages().size() : MessageRange.MOST + PAGE;
        return shown.readAgain(queries.from(agent, shown.conversation(), first, limit));
    }
}
