package app.parley.inbox.chat;

import app.parley.conversations.ChatMessage;
import app.parley.conversations.ChatWindow;
import app.parley.conversations.ConversationId;
import app.parley.conversations.MessageId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The messages of one conversation that stand in the browser, without a gap. Immutable: any thread may read on from it.
 *
 * @param readingBack whether the agent last went towards older messages, so that too many are given up at the new end
 */
record MessageRange(ConversationId conversation, ChatWindow window, boolean readingBack) {

    /** More would make the page heavy without being read. */
    static final int MOST = 150;

    List<ChatMessage> messages() {
        return window.messages();
    }

    MessageRange withOlder(ChatWindow page) {
        return new MessageRange(
                conversation,
                withoutEnd(new ChatWindow(
                        joined(page.messages(), messages()),
                        page.hasOlder(),
                        window.hasNewer(),
                        page.unseenBefore(),
                        window.unseenAfter())),
                true);
    }

    MessageRange withNewer(ChatWindow page) {
        return new MessageRange(
                conversation,
                withoutStart(new ChatWindow(
                        joined(messages(), page.messages()),
                        window.hasOlder(),
                        page.hasNewer(),
                        window.unseenBefore(),
                        page.unseenAfter())),
                false);
    }

    /** The same stretch as it is now, with what has come at its end. */
    MessageRange readAgain(ChatWindow now) {
        return new MessageRange(conversation, readingBack ? withoutEnd(now) : withoutStart(now), readingBack);
    }

    /** The nearest unseen message here that lies beyond the older or newer end of another stretch; null for none. */
    @Nullable
    MessageId unseenBeyond(MessageRange other, boolean older) {
        ChatMessage edge =
                older ? other.messages().getFirst() : other.messages().getLast();
        List<ChatMessage> unseen = messages().stream()
                .filter(ChatMessage::unseen)
                .filter(message -> older
                        ? message.key().compareTo(edge.key()) < 0
                        : message.key().compareTo(edge.key()) > 0)
                .toList();
        if (unseen.isEmpty()) {
            return null;
        }
        return (older ? unseen.getLast() : unseen.getFirst()).id();
    }

    /** Whether a contact card here names somebody with this WhatsApp id. */
    boolean names(String waId) {
        return messages().stream()
                .map(ChatMessage::details)
                .filter(Objects::nonNull)
                .flatMap(details -> details.contacts().stream())
                .flatMap(contact -> contact.phones().stream())
                .anyMatch(phone -> waId.equals(phone.waId()));
    }

    private static List<ChatMessage> joined(List<ChatMessage> first, List<ChatMessage> second) {
        List<ChatMessage> all = new ArrayList<>(first);
        all.addAll(second);
        return List.copyOf(all);
    }

    private static ChatWindow withoutStart(ChatWindow full) {
        int cut = full.messages().size() - MOST;
        if (cut <= 0) {
            return full;
        }
        int unseen = unseen(full.messages().subList(0, cut));
        List<ChatMessage> kept =
                List.copyOf(full.messages().subList(cut, full.messages().size()));
        return new ChatWindow(kept, true, full.hasNewer(), full.unseenBefore() + unseen, full.unseenAfter());
    }

    private static ChatWindow withoutEnd(ChatWindow full) {
        if (full.messages().size() <= MOST) {
            return full;
        }
        int unseen = unseen(full.messages().subList(MOST, full.messages().size()));
        List<ChatMessage> kept = List.copyOf(full.messages().subList(0, MOST));
        return new ChatWindow(kept, full.hasOlder(), true, full.unseenBefore(), full.unseenAfter() + unseen);
    }

    private static int unseen(List<ChatMessage> messages) {
        return (int) messages.stream().filter(ChatMessage::unseen).count();
    }
}
