package app.parley.conversations;

import app.parley.team.AgentId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the inbox screens read. Every method shows an agent only enabled numbers they may use. */
@Service
@Transactional(readOnly = true)
public class InboxQueries {

    /** The rows after {@code after} in the slice's order, or from the top; one query. */
    public List<ConversationRow> page(AgentId agent, Slice slice, @Nullable RowKey after, int limit) {
        throw new UnsupportedOperationException();
    }

    /** The rows before {@code before}, nearest last (in list order), for scrolling back up; one query. */
    public List<ConversationRow> pageBefore(AgentId agent, Slice slice, RowKey before, int limit) {
        throw new UnsupportedOperationException();
    }

    /** These conversations as rows, whatever slice they are in now; one query. Unknown or forbidden ones are absent. */
    public List<ConversationRow> rows(AgentId agent, Collection<ConversationId> ids) {
        throw new UnsupportedOperationException();
    }

    /** Every enabled number the agent may use with its unseen count, by name; one query. */
    public List<NumberCount> numbers(AgentId agent) {
        throw new UnsupportedOperationException();
    }

    /** Empty if the conversation does not exist for this agent; one query. */
    public Optional<ChatHeader> header(AgentId agent, ConversationId conversation) {
        throw new UnsupportedOperationException();
    }

    /** The window an agent lands on: around the first unseen message, else the newest ones. */
    public ChatWindow open(AgentId agent, ConversationId conversation, int limit) {
        throw new UnsupportedOperationException();
    }

    public ChatWindow older(AgentId agent, ConversationId conversation, MessageKey than, int limit) {
        throw new UnsupportedOperationException();
    }

    public ChatWindow newer(AgentId agent, ConversationId conversation, MessageKey than, int limit) {
        throw new UnsupportedOperationException();
    }

    /** Everything from {@code from} on, at most {@code limit}: what a live screen reads again. */
    public ChatWindow from(AgentId agent, ConversationId conversation, MessageKey from, int limit) {
        throw new UnsupportedOperationException();
    }

    /** The stretch around the first unseen message before or after {@code key}, where the pill leads. */
    public ChatWindow aroundUnseen(
            AgentId agent, ConversationId conversation, MessageKey key, boolean older, int limit) {
        throw new UnsupportedOperationException();
    }
}
