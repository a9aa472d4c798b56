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
class UploadSweep {

    private static final Logger log = LoggerFactory.getLogger(UploadSweep.class);
    private static final Duration KEPT_FOR = Duration.ofDays(1);
    private static final int AT_ONCE = 100;

    private final UploadRepository repository;
    private final UnwantedRepository unwanted;
    private final Larder larder;
    private final Clock clock;

    UploadSweep(UploadRepository repository, UnwantedRepository unwanted, Larder larder, Clock clock) {
        this.repository = repository;
        this.unwanted = unwanted;
        this.larder = larder;
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
            if (!larder.discard(old.digest(), () -> repository.isWanted(old.digest(), old.id()))) {
                unwanted.add(List.of(old.digest())); // Looked at again when it may go.
            }
        } catch (IOException e) {
            log.warn("A file that nobody sent could not be cleared away: {}", Trouble.in(e));
        }
        repository.delete(old.id());
    }
}
