package app.parley.inbox.chat;

import app.parley.conversations.Content;
import app.parley.conversations.ConversationId;
import app.parley.conversations.Conversations;
import app.parley.conversations.MessageId;
import app.parley.conversations.Refusal;
import app.parley.conversations.RefusedException;
import app.parley.media.Upload;
import app.parley.media.Uploads;
import app.parley.team.AgentId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sends what an agent has written or picked; the services behind it check the rules. */
final class SendActions {

    /** In one press. WhatsApp slows down who sends one customer too many at once (contract section 7). */
    static final int MOST_FILES = 10;

    private final Conversations conversations;
    private final Uploads uploads;
    private final AgentId agent;

    SendActions(Conversations conversations, Uploads uploads, AgentId agent) {
        this.conversations = conversations;
        this.uploads = uploads;
        this.agent = agent;
    }

    /**
     * All of it or nothing.
     *
     * @param files the ids of what was uploaded for this conversation
     * @return why it was refused; null when it stands in the queue
     */
    @Nullable
    Refusal send(ConversationId to, String text, String key, @Nullable MessageId quoted, List<String> files) {
        try {
            if (files.size() > MOST_FILES) {
                return Refusal.TOO_MANY_FILES;
            }
            List<Upload> picked = files.stream().map(id -> upload(to, id)).toList();
            conversations.send(agent, to, ComposedMessages.of(text, picked), quoted, key);
            return null;
        } catch (RefusedException e) {
            return e.refusal();
        }
    }

    /** @return why it was refused; null when it stands in the queue */
    @Nullable
    Refusal send(ConversationId to, Content content, String key) {
        try {
            conversations.send(agent, to, content, null, key);
            return null;
        } catch (RefusedException e) {
            return e.refusal();
        }
    }

    private Upload upload(ConversationId to, String id) {
        return uploads.find(agent, to, id).orElseThrow(() -> new RefusedException(Refusal.FILE_GONE));
    }
}
