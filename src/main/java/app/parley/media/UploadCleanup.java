package app.parley.media;

import app.parley.foundation.Trouble;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Clears away what was picked a day ago, and its file when no message carries it. */
@Component
class UploadCleanup {

    private static final Logger log = LoggerFactory.getLogger(UploadCleanup.class);
    private static final Duration KEPT_FOR = Duration.ofDays(1);
    private static final int AT_ONCE = 100;

    private final UploadRepository repository;
    private final PendingDeletionRepository pending;
    private final MediaStore mediaStore;
    private final Clock clock;

    UploadCleanup(UploadRepository repository, PendingDeletionRepository pending, MediaStore mediaStore, Clock clock) {
        this.repository = repository;
        this.pending = pending;
        this.mediaStore = mediaStore;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 11, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void sweep() {
        Instant before = clock.instant().minus(KEPT_FOR);
        List<UploadRepository.Old> old = repository.pickedBefore(before, AT_ONCE);
        while (!old.isEmpty()) {
            old.forEach(this::clear);
            old = repository.pickedBefore(before, AT_ONCE);
        }
    }

    /** The file first: what is left half done is found again. */
    private void clear(UploadRepository.Old old) {
        try {
            if (!mediaStore.discard(old.digest(), () -> repository.isWanted(old.digest(), old.id()))) {
                pending.add(List.of(old.digest())); // Looked at again when it may go.
            }
        } catch (IOException e) {
            log.warn("A file that nobody sent could not be cleared away: {}", Trouble.in(e));
        }
        repository.delete(old.id());
    }
}
