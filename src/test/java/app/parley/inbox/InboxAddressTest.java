package app.parley.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import app.parley.conversations.ConversationId;
import app.parley.conversations.Filter;
import app.parley.conversations.ListOrder;
import com.vaadin.flow.router.QueryParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InboxAddressTest {

    @Test
    void absentMeansAll() {
        assertThat(at("")).isEqualTo(new InboxAddress(null, Filter.ALL, ListOrder.NEWEST, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "number=106540352242922",
                "filter=unread",
                "number=1&filter=archived&conversation=7",
                "order=expiring&conversation=9"
            })
    void anAddressSaysTheSameWhenWrittenAgain(String query) {
        assertThat(InboxAddress.of(at(query).query())).isEqualTo(at(query));
    }

    @Test
    void whatItSaysInNoWayWeKnowIsAsIfAbsent() {
        assertThat(at("filter=everything&order=random&conversation=one&number="))
                .isEqualTo(at(""));
        assertThat(at("conversation=99999999999999999999999")).isEqualTo(at(""));
        assertThat(at("conversation=-1")).isEqualTo(at(""));
    }

    @Test
    void anotherNumberLeavesTheOpenConversation() {
        InboxAddress open = at("filter=unread&conversation=7");
        assertThat(open.withNumber("1")).isEqualTo(at("number=1&filter=unread"));
        assertThat(open.withFilter(Filter.ALL).conversation()).isEqualTo(new ConversationId(7));
    }

    private static InboxAddress at(String query) {
        return InboxAddress.of(QueryParameters.fromString(query));
    }
}
