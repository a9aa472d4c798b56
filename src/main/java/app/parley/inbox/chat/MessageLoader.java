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

    Stretch open(ConversationId conversation) {
        return new Stretch(conversation, queries.open(agent, conversation, PAGE), false);
    }

    Stretch end(ConversationId conversation) {
        return new Stretch(conversation, queries.older(agent, conversation, END, PAGE), false);
    }

    Stretch older(Stretch shown) {
        return shown.withOlder(queries.older(
                agent, shown.conversation(), shown.messages().getFirst().key(), PAGE));
    }

    Stretch newer(Stretch shown) {
        return shown.withNewer(queries.newer(
                agent, shown.conversation(), shown.messages().getLast().key(), PAGE));
    }

    /** The stretch around the nearest unseen message that lies outside of what is shown. */
    Stretch aroundUnseen(Stretch shown, boolean older) {
        MessageKey edge =
                (older ? shown.messages().getFirst() : shown.messages().getLast()).key();
        ChatWindow around = queries.aroundUnseen(agent, shown.conversation(), edge, older, PAGE);
        return new Stretch(shown.conversation(), around, older);
    }

    /** The stretch around one message; empty when it is not in this conversation. */
    Optional<Stretch> around(ConversationId conversation, MessageId message) {
        return queries.around(agent, conversation, message, PAGE)
                .map(window -> new Stretch(conversation, window, true));
    }

    /** What is shown, as it is now; new messages too, if it reaches to the end. */
    Stretch again(Stretch shown) {
        if (shown.messages().isEmpty()) {
            return open(shown.conversation());
        }
        MessageKey first = shown.messages().getFirst().key();
        int limit = shown.window().hasNewer() ? shown.messages().size() : Stretch.MOST + PAGE;
        return shown.readAgain(queries.from(agent, shown.conversation(), first, limit));
    }
}
