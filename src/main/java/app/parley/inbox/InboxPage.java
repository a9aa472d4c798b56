package app.parley.inbox;

import app.parley.conversations.ConversationQuery;
import app.parley.conversations.ConversationRow;
import app.parley.conversations.InboxQueries;
import app.parley.conversations.NumberCount;
import app.parley.numbers.NumberId;
import app.parley.team.AgentId;
import java.util.List;

/** Everything the left column needs to start: two queries, however many conversations there are. */
record InboxPage(InboxAddress address, ConversationQuery query, List<NumberCount> numbers, List<ConversationRow> rows) {

    static InboxPage read(InboxQueries queries, AgentId agent, InboxAddress asked) {
        List<NumberCount> numbers = queries.numbers(agent);
        NumberId number = numbers.stream()
                .filter(candidate -> candidate.phoneNumberId().equals(asked.number()))
                .map(NumberCount::id)
                .findFirst()
                .orElse(null);
        ConversationQuery query = new ConversationQuery(number, asked.filter(), asked.order());
        return new InboxPage(asked, query, numbers, queries.page(agent, query, null, ListWindow.LIMIT));
    }
}
