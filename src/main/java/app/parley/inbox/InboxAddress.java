package app.parley.inbox;

import app.parley.conversations.ConversationId;
import app.parley.conversations.Filter;
import app.parley.conversations.ListOrder;
import com.vaadin.flow.router.QueryParameters;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the inbox's address says: which slice of the list, and which conversation is open. What it says in no way we
 * know is as if absent.
 *
 * @param number a {@code phone_number_id}; null means all numbers
 */
record InboxAddress(
        @Nullable String number,
        Filter filter,
        ListOrder order,
        @Nullable ConversationId conversation) {

    static InboxAddress of(QueryParameters query) {
        return new InboxAddress(
                query.getSingleParameter("number")
                        .filter(value -> !value.isBlank())
                        .orElse(null),
                query.getSingleParameter("filter").flatMap(InboxAddress::filter).orElse(Filter.ALL),
                query.getSingleParameter("order").filter("expiring"::equals).isPresent()
                        ? ListOrder.EXPIRING_SOON
                        : ListOrder.NEWEST,
                query.getSingleParameter("conversation")
                        .filter(value -> value.matches("\\d{1,18}"))
                        .map(value -> new ConversationId(Long.parseLong(value)))
                        .orElse(null));
    }

    QueryParameters query() {
        Map<String, String> query = new HashMap<>();
        if (number != null) {
            query.put("number", number);
        }
        if (filter != Filter.ALL) {
            query.put("filter", filter.name().toLowerCase(Locale.ROOT));
        }
        if (order == ListOrder.EXPIRING_SOON) {
            query.put("order", "expiring");
        }
        if (conversation != null) {
            query.put("conversation", String.valueOf(conversation.value()));
        }
        return QueryParameters.simple(query);
    }

    /** Another number is another desk: what was open is left. */
    InboxAddress withNumber(@Nullable String other) {
        return new InboxAddress(other, filter, order, null);
    }

    InboxAddress withFilter(Filter other) {
        return new InboxAddress(number, other, order, conversation);
    }

    InboxAddress withOrder(ListOrder other) {
        return new InboxAddress(number, filter, other, conversation);
    }

    InboxAddress withConversation(@Nullable ConversationId other) {
        return new InboxAddress(number, filter, order, other);
    }

    boolean sameSlice(InboxAddress other) {
        return withConversation(null).equals(other.withConversation(null));
    }

    private static Optional<Filter> filter(String name) {
        return Arrays.stream(Filter.values())
                .filter(filter -> filter.name().equalsIgnoreCase(name))
                .findFirst();
    }
}
