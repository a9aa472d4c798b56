package app.parley.inbox;

import app.parley.conversations.ConversationQuery;
import app.parley.conversations.ConversationRow;
import app.parley.conversations.InboxQueries;
import app.parley.conversations.NumberCount;
import app.parley.conversations.RowKey;
import app.parley.numbers.NumberId;
import app.parley.team.AgentId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything the left column needs to start: two queries, however many conversations there are. */
record InboxPage(InboxAddress address, ConversationQuery query, List<NumberCount> numbers, List<ConversationRow> rows) {

    static InboxPage read(InboxQueries queries, AgentId agent, InboxAddress asked) {
        return read(queries, agent, asked, null, ListWindow.LIMIT);
    }

    /** @param after where in the slice it starts; null for its top */
    static InboxPage read(InboxQueries queries, AgentId agent, InboxAddress asked, @Nullable RowKey after, int limit) {
        List<NumberCount> numbers = queries.numbers(agent);
        NumberId number = numbers.stream()
                .filter(candidate -> candidate.phoneNumberId().equals(asked.number()))
                .map(NumberCount::id)
                .findFirst()
                .orElse(null);
        ConversationQuery query = new ConversationQuery(number, asked.filter(), asked.order());
        return new InboxPage(asked, query, numbers, queries.page(agent, query, after, limit));
    }
}
