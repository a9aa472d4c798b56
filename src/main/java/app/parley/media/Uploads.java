package app.parley.media;

import app.parley.conversations.ConversationId;
import app.parley.conversations.ConversationsMerged;
import app.parley.conversations.InboxQueries;
import app.parley.conversations.OwnFile;
import app.parley.foundation.Trouble;
import app.parley.team.AgentId;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The files that agents pick: taken in, checked against what WhatsApp takes, and kept until they are sent. */
@Service
public class Uploads {

    private static final Logger log = LoggerFactory.getLogger(Uploads.class);

    /** Of one agent within a day, sent or not: the disk has an end. */
    private static final int MOST_PICKED = 2_000;

    private final UploadRepository repository;
    private final PendingDeletionRepository pending;
    private final InboxQueries inbox;
    private final MediaStore mediaStore;
    private final Sniffer sniffer;
    private final PictureInspector inspector;
    private final Clock clock;

    Uploads(
            UploadRepository repository,
            PendingDeletionRepository pending,
            InboxQueries inbox,
            MediaStore mediaStore,
            Sniffer sniffer,
            PictureInspector inspector,
            Clock clock) {
        this.repository = repository;
        this.pending = pending;
        this.inbox = inbox;
        this.mediaStore = mediaStore;
        this.sniffer = sniffer;
        this.inspector = inspector;
        this.clock = clock;
    }

    /**
     * Reads a file to its end, or as far as it takes to refuse it, and keeps it for this agent and conversation. Runs
     * outside any transaction for as long as the bytes take.
     *
     * @param name as the agent's machine calls it
     * @return empty when the conversation does not exist for the agent
     * @throws RefusedFileException with the reason; nothing of it stays
     * @throws IOException when it was cut off; nothing of it stays
     */
    public Optional<Upload> take(
            AgentId agent, ConversationId conversation, UploadIntent intent, String name, InputStream in)
            throws RefusedFileException, IOException, InterruptedException {
        if (inbox.header(agent, conversation).isEmpty()) {
            return Optional.empty();
        }
        if (repository.count(agent) >= MOST_PICKED) {
            throw new RefusedFileException(FileRefusal.TOO_MANY);
        }
        try (IncomingFile incoming = incoming()) {
            ReceivedUpload.read(in, incoming);
            ReceivedUpload received = ReceivedUpload.of(incoming, intent, name, sniffer);
            keep(incoming);
            OwnFile file = received.file(inspector);
            Upload upload = new Upload(UUID.randomUUID().toString(), received.kind(), file);
            if (!repository.insert(agent, conversation, upload, clock.instant())) {
                pending.add(List.of(file.digest()));
                return Optional.empty();
            }
            return Optional.of(upload);
        }
    }

    /** Empty when it is not this agent's, was picked for another conversation, or has been cleared away. */
    @Transactional(readOnly = true)
    public Optional<Upload> find(AgentId agent, ConversationId conversation, String id) {
        Optional<Upload> upload = repository.find(agent, conversation, id);
        upload.ifPresent(found -> mediaStore.hold(found.file().digest()));
        return upload;
    }

    @EventListener
    void on(ConversationsMerged joined) {
        repository.move(joined.gone(), joined.into());
    }

    private IncomingFile incoming() throws RefusedFileException {
        try {
            return mediaStore.incoming();
        } catch (IOException e) {
            throw noRoom(e);
        }
    }

    private void keep(IncomingFile incoming) throws RefusedFileException {
        try {
            mediaStore.keep(incoming);
        } catch (IOException e) {
            throw noRoom(e);
        }
    }

    static RefusedFileException noRoom(IOException e) {
        log.error("The data directory could not take a file: {}", Trouble.in(e));
        return new RefusedFileException(FileRefusal.NO_ROOM);
    }
}
