package app.parley.inbox.chat;

import app.parley.conversations.ChatMessage;
import app.parley.conversations.MessageId;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.dom.Element;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Keeps one bubble for each message that is shown: what stays keeps its node in the browser. */
final class BubbleList {

    private final Element list;
    private final Clock clock;
    private final Component words;
    private final Map<MessageId, Bubble> bubbles = new HashMap<>();
    private @Nullable MessageId firstNew;
    private ChatParticipants people = ChatParticipants.NOBODY;

    BubbleList(Element list, Clock clock, Component words) {
        this.list = list;
        this.clock = clock;
        this.words = words;
    }

    /**
     * @param people who writes here
     * @param firstNew the message that will stand under the "New" divider, whenever it is shown
     */
    void clear(ChatParticipants people, @Nullable MessageId firstNew) {
        this.people = people;
        this.firstNew = firstNew;
        bubbles.clear();
        list.removeAllChildren();
    }

    void show(List<ChatMessage> messages) {
        Set<MessageId> staying = messages.stream().map(ChatMessage::id).collect(Collectors.toSet());
        bubbles.entrySet().removeIf(entry -> {
            boolean goes = !staying.contains(entry.getKey());
            if (goes) {
                entry.getValue().element().removeFromParent();
            }
            return goes;
        });
        for (int i = 0; i < messages.size(); i++) {
            place(messages.get(i), i);
        }
    }

    /** A message never moves among the others: its time is its own. So only new ones need a place. */
    private void place(ChatMessage message, int index) {
        Bubble bubble = bubbles.get(message.id());
        if (bubble == null) {
            bubble = new Bubble();
            bubbles.put(message.id(), bubble);
            list.insertChild(index, bubble.element());
        }
        bubble.show(message, people, Objects.equals(message.id(), firstNew), clock.instant(), words);
    }
}
