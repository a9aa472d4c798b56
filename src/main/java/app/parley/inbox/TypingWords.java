package app.parley.inbox;

import app.parley.conversations.ConversationId;
import app.parley.live.Typing;
import app.parley.team.AgentId;
import com.vaadin.flow.component.Component;
import java.util.Optional;

/** "Ben is typing…", said of colleagues only. */
record TypingWords(Typing typing, AgentId me, Component screen) {

    Optional<String> in(ConversationId conversation) {
        return typing.in(conversation).stream()
                .filter(typist -> !typist.agent().equals(me))
                .findFirst()
                .map(typist -> screen.getTranslation("inbox.typing", typist.firstName()));
    }
}
