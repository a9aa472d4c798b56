package app.parley.inbox.chat;

import app.parley.conversations.ChatMessage;
import com.vaadin.flow.component.Component;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The chip at a bubble's lower edge.
 *
 * @param label who reacted how, in words
 */
record ReactionView(List<String> emoji, String label) {

    private record Given(String emoji, String who) {}

    static @Nullable ReactionView of(ChatMessage message, ChatParticipants people, Component words) {
        List<Given> given = new ArrayList<>();
        add(given, message.reaction(), people.customerFirst());
        add(given, message.ownReaction(), words.getTranslation("chat.you"));
        if (message.revoked() || given.isEmpty()) {
            return null;
        }
        String who = given.stream()
                .map(one -> words.getTranslation("chat.reaction.by", one.emoji(), one.who()))
                .collect(Collectors.joining(", "));
        return new ReactionView(given.stream().map(Given::emoji).toList(), words.getTranslation("chat.reactions", who));
    }

    private static void add(List<Given> given, @Nullable String emoji, String who) {
        if (emoji != null && !emoji.isBlank()) {
            given.add(new Given(emoji, who));
        }
    }
}
