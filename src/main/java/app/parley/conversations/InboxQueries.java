package app.parley.conversations;

import app.parley.team.AgentId;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the inbox screens read. Every method shows an agent only enabled numbers they may use. */
@Service
@Transactional(readOnly = true)
public class InboxQueries {

    private final RowRepository rows;
    private final ChatRepository chats;
    private final Clock clock;

    InboxQueries(RowRepository rows, ChatRepository chats, Clock clock) {
        this.rows = rows;
        this.chats = chats;
        this.clock = clock;
    }

    /** The rows after {@code after} in the slice's order, or from the top; one query. */
    public List<ConversationRow> page(AgentId agent, ConversationQuery query, @Nullable RowKey after, int limit) {
        return rows.page(agent, query, clock.instant(), after, false, limit);
    }

    /** The rows just before {@code before}, in list order, for scrolling back up; one query. */
    public List<ConversationRow> pageBefore(AgentId agent, ConversationQuery query, RowKey before, int limit) {
        return rows.page(agent, query, clock.instant(), before, true, limit);
    }

    /** These conversations as rows, whatever slice they are in now; one query. Unknown or forbidden ones are absent. */
    public List<ConversationRow> rows(AgentId agent, Collection<ConversationId> ids) {
        return rows.byIds(agent, ids);
    }

    /** Every enabled number the agent may use with its unseen count, by name; one query. */
    public List<NumberCount> numbers(AgentId agent) {
        return rows.numbers(agent);
    }

    /** Empty if the conversation does not exist for this agent; one query. */
    public Optional<ChatHeader> header(AgentId agent, ConversationId id) {
        return chats.header(agent, id);
    }

    /** The window an agent lands on: around the first unseen message, else the newest ones. */
    public ChatWindow open(AgentId agent, ConversationId id, int limit) {
        return chats.firstUnseen(id)
                .map(first -> around(agent, id, first, limit))
                .orElseGet(() -> chats.window(id, chats.newest(agent, id, limit)));
    }

    public ChatWindow older(AgentId agent, ConversationId id, MessageKey than, int limit) {
        return chats.window(id, chats.before(agent, id, than, limit));
    }

    public ChatWindow newer(AgentId agent, ConversationId id, MessageKey than, int limit) {
        return chats.window(id, chats.after(agent, id, than, false, limit));
    }

    /** Everything from {@code from} on, itself included, at most {@code limit}: what a live screen reads again. */
    public ChatWindow from(AgentId agent, ConversationId id, MessageKey from, int limit) {
        return chats.window(id, chats.after(agent, id, from, true, limit));
    }

    /** The stretch around the nearest unseen message before or after {@code key}, where the pill leads. */
    public ChatWindow aroundUnseen(AgentId agent, ConversationId id, MessageKey key, boolean older, int limit) {
        return around(agent, id, chats.nearestUnseen(id, key, older).orElse(key), limit);
    }

    /** The stretch around one message of the conversation, where a quote leads; empty when it is not in there. */
    public Optional<ChatWindow> around(AgentId agent, ConversationId id, MessageId message, int limit) {
        return chats.key(id, message).map(key -> around(agent, id, key, limit));
    }

    private ChatWindow around(AgentId agent, ConversationId id, MessageKey key, int limit) {
        List<ChatMessage> before = chats.before(agent, id, key, limit / 2);
        List<ChatMessage> after = chats.after(agent, id, key, true, limit - before.size());
        return chats.window(id, Stream.concat(before.stream(), after.stream()).toList());
    }
}
