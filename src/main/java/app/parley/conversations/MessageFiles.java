package app.parley.conversations;

import app.parley.team.AgentId;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which files an agent may see: those of messages that were not deleted, on enabled numbers they may use. */
@Service
@Transactional(readOnly = true)
public class MessageFiles {

    private final FileRepository repository;

    MessageFiles(FileRepository repository) {
        this.repository = repository;
    }

    /** Empty when there is none (yet), or the message does not exist for this agent. */
    public Optional<KeptFile> kept(AgentId agent, MessageId message) {
        return repository.kept(agent, message);
    }

    /** Whether the message exists for this agent and was not deleted. */
    public boolean isShown(AgentId agent, MessageId message) {
        return repository.isShown(agent, message);
    }
}
