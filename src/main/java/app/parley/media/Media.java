package app.parley.media;

import app.parley.conversations.MessageFiles;
import app.parley.conversations.MessageId;
import app.parley.team.AgentId;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The files of messages, as agents deal with them. */
@Service
@Transactional
public class Media {

    private final FetchRepository attachments;
    private final MessageFiles files;
    private final MediaWorker worker;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Media(
            FetchRepository attachments,
            MessageFiles files,
            MediaWorker worker,
            ApplicationEventPublisher events,
            Clock clock) {
        this.attachments = attachments;
        this.files = files;
        this.worker = worker;
        this.events = events;
        this.clock = clock;
    }

    /** It was not on the disk when somebody wanted to see it: it is fetched again while WhatsApp has it. */
    void lost(MessageId message) {
        if (attachments.lost(message, clock.instant())) {
            worker.wakeAfterCommit();
            events.publishEvent(attachments.change(message));
        }
    }

    /**
     * Fetches the file now, and if need be again and again as if it had just come.
     *
     * @return false when there is nothing to fetch, it is being fetched already, or the message does not exist for
     *     this agent
     */
    public boolean tryAgain(AgentId agent, MessageId message) {
        boolean again = files.isShown(agent, message) && attachments.again(message, clock.instant());
        if (again) {
            worker.wakeAfterCommit();
            events.publishEvent(attachments.change(message));
        }
        return again;
    }
}
