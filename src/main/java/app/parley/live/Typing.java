package app.parley.live;

import app.parley.conversations.ConversationId;
import app.parley.team.AgentId;
import java.util.List;
import org.springframework.stereotype.Component;

/** Who is writing where. Known for at most six seconds after the last key; lost with the process, which is right. */
@Component
public class Typing {

    /** A key was pressed in a reply box; {@code screen} tells apart two tabs of one agent. */
    public void typing(Typist typist, ConversationId conversation) {
        throw new UnsupportedOperationException();
    }

    /** Sent, left, or lost the connection. */
    public void stopped(Typist typist) {
        throw new UnsupportedOperationException();
    }

    public List<Typist> in(ConversationId conversation) {
        throw new UnsupportedOperationException();
    }

    /** Told whenever who types in a conversation changed; must return at once. @return call it to stop listening */
    public Runnable listen(Listener listener) {
        throw new UnsupportedOperationException();
    }

    /** One browser tab of one agent. */
    public record Typist(AgentId agent, String firstName, String screen) {}

    @FunctionalInterface
    public interface Listener {
        void typingChanged(ConversationId conversation);
    }
}
