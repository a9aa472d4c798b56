package app.parley.media;

import app.parley.conversations.CustomerErased;
import app.parley.conversations.MessagesErased;
import app.parley.foundation.Trouble;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Lets go of the files of messages that were erased, unless another message carries them too. It is written down with
 * the erasing and done after it, within about an hour: a file that came lately, or that a backup just reads, waits.
 */
@Component
class MediaDeletion {

    private static final Logger log = LoggerFactory.getLogger(MediaDeletion.class);
    private static final int AT_ONCE = 100;

    private final PendingDeletionRepository pending;
    private final UploadRepository uploads;
    private final MediaStore mediaStore;

    MediaDeletion(PendingDeletionRepository pending, UploadRepository uploads, MediaStore mediaStore) {
        this.pending = pending;
        this.uploads = uploads;
        this.mediaStore = mediaStore;
    }

    @EventListener
    void on(MessagesErased erased) {
        pending.add(erased.digests());
    }

    @EventListener
    void on(CustomerErased erased) {
        pending.addUploadsOf(erased.conversations());
    }

    @Scheduled(initialDelay = 3, fixedDelay = 5, timeUnit = TimeUnit.MINUTES)
    void deletePending() {
        List<String> digests = pending.after("", AT_ONCE);
        while (!digests.isEmpty()) {
            digests.forEach(this::deletePending);
            digests = pending.after(digests.getLast(), AT_ONCE);
        }
    }

    private void deletePending(String digest) {
        try {
            if (uploads.isWanted(digest, "") || mediaStore.discard(digest, () -> uploads.isWanted(digest, ""))) {
                pending.done(digest);
            }
        } catch (IOException e) {
            log.warn("A file that nobody wants any more could not be deleted: {}", Trouble.in(e));
        }
    }
}
