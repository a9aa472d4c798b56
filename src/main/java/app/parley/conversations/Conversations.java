package app.parley.conversations;

import app.parley.team.AgentId;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What agents do in conversations. Every rule is checked here, whatever the browser sent. */
@Service
@Transactional
public class Conversations {

    /** The most characters a text may have, in UTF-16 units (contract section 4). */
    public static final int MAX_TEXT_LENGTH = 4096;

    /**
     * Queues a text for the customer.
     *
     * @param sendKey names this press of "Send"; the same key queues once, however often it comes
     * @throws RefusedException with the reason, when a rule forbids it
     */
    public MessageId reply(AgentId agent, ConversationId conversation, String text, String sendKey) {
        throw new UnsupportedOperationException();
    }

    /** Puts conversations away, marking everything in them as seen. Those already archived are passed over. */
    public List<ArchivingId> archive(AgentId agent, Collection<ConversationId> conversations) {
        throw new UnsupportedOperationException();
    }

    /**
     * Takes archivings back: session and unseen marks return.
     *
     * @return how many were taken back; void ones (the customer has written, ten minutes have passed) are passed over
     */
    public int undo(AgentId agent, Collection<ArchivingId> archivings) {
        throw new UnsupportedOperationException();
    }

    /** Marks messages as seen by the team; ids the agent has no right to, or that are seen already, are passed over. */
    public void seen(AgentId agent, ConversationId conversation, Collection<MessageId> messages) {
        throw new UnsupportedOperationException();
    }

    /** Makes the newest inbound message of each conversation unseen again. Archived ones are passed over. */
    public void markUnread(AgentId agent, Collection<ConversationId> conversations) {
        throw new UnsupportedOperationException();
    }

    /** Keeps an agent's unsent text; a blank one is removed. */
    public void draft(AgentId agent, ConversationId conversation, String text) {
        throw new UnsupportedOperationException();
    }
}
