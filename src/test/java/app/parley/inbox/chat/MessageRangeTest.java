package app.parley.inbox.chat;

import static org.assertj.core.api.Assertions.assertThat;

import app.parley.conversations.ChatMessage;
import app.parley.conversations.ChatWindow;
import app.parley.conversations.ConversationId;
import app.parley.conversations.Direction;
import app.parley.conversations.MessageId;
import app.parley.conversations.MessageKind;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class MessageRangeTest {

    private static final Instant START = Instant.parse("2026-11-23T09:00:00Z");

    @Test
    void scrollingBackGivesUpTheNewestMessagesButNotTheirCount() {
        MessageRange shown = new MessageRange(new ConversationId(1), window(101, 240, true, false, 0, 0), false);
        MessageRange older = shown.withOlder(window(51, 100, true, true, 3, 99));
        assertThat(older.messages()).hasSize(MessageRange.MOST);
        assertThat(older.messages().getFirst().id()).isEqualTo(new MessageId(51));
        assertThat(older.window().hasNewer()).isTrue();
        assertThat(older.window().unseenBefore()).isEqualTo(3);
        assertThat(older.window().unseenAfter()).isEqualTo(40);
    }

    @Test
    void newMessagesAtTheEndGiveUpTheOldestOnes() {
        MessageRange shown = new MessageRange(new ConversationId(1), window(1, 150, false, false, 0, 0), false);
        MessageRange now = shown.readAgain(window(1, 151, false, false, 0, 0));
        assertThat(now.messages()).hasSize(MessageRange.MOST);
        assertThat(now.messages().getLast().id()).isEqualTo(new MessageId(151));
        assertThat(now.window().hasOlder()).isTrue();
        assertThat(now.window().unseenBefore()).isEqualTo(1);
    }

    @Test
    void whoReadsTheOldOnesKeepsThemWhenNewOnesCome() {
        MessageRange shown = new MessageRange(new ConversationId(1), window(1, 150, false, false, 0, 0), true);
        MessageRange now = shown.readAgain(window(1, 151, false, false, 0, 0));
        assertThat(now.messages().getFirst().id()).isEqualTo(new MessageId(1));
        assertThat(now.window().unseenAfter()).isEqualTo(1);
    }

    private static ChatWindow window(long from, long to, boolean older, boolean newer, int before, int after) {
        List<ChatMessage> messages = LongStream.rangeClosed(from, to)
                .mapToObj(MessageRangeTest::unseen)
                .toList();
        return new ChatWindow(messages, older, newer, before, after);
    }

    private static ChatMessage unseen(long id) {
        return new ChatMessage(
                new MessageId(id),
                Direction.INBOUND,
                MessageKind.TEXT,
                "Hello",
                START.plusSeconds(id),
                null,
                null,
                true,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                false,
                null,
                null,
                false);
    }
}
