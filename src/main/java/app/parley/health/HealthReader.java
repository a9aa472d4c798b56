package app.parley.health;

import app.parley.backup.Backups;
import app.parley.backup.KeptBackup;
import app.parley.billing.Reconciliation;
import app.parley.conversations.AttachmentState;
import app.parley.conversations.MaintenanceQueries;
import app.parley.foundation.Trouble;
import app.parley.journal.Journal;
import app.parley.numbers.Numbers;
import app.parley.outbox.OutboxQueries;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.info.BuildProperties;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Looks at everything that tells how the installation does. */
@Service
@Transactional(readOnly = true)
public class HealthReader {

    private static final Logger log = LoggerFactory.getLogger(HealthReader.class);
    private static final int MOST_FILES = 10_001;

    private final Journal journal;
    private final OutboxQueries outbox;
    private final MaintenanceQueries maintenance;
    private final Numbers numbers;
    private final Reconciliation reconciliation;
    private final Backups backups;
    private final HealthRepository repository;
    private final Path dataDirectory;
    private final String version;
    private final Clock clock;

    HealthReader(
            Journal journal,
            OutboxQueries outbox,
            MaintenanceQueries maintenance,
            Numbers numbers,
            Reconciliation reconciliation,
            Backups backups,
            HealthRepository repository,
            @Value("${parley.data-dir}") Path dataDirectory,
            ObjectProvider<BuildProperties> build,
            Clock clock) {
        this.journal = journal;
        this.outbox = outbox;
        this.maintenance = maintenance;
        this.numbers = numbers;
        this.reconciliation = reconciliation;
        this.backups = backups;
        this.repository = repository;
        this.dataDirectory = dataDirectory;
        BuildProperties known = build.getIfAvailable();
        this.version = known == null ? "unknown" : String.valueOf(known.getVersion());
        this.clock = clock;
    }

    /** Takes some milliseconds. */
    public HealthStatus read() {
        return new HealthStatus(
                clock.instant(),
                journal.backlog(),
                journal.counts(),
                outbox.backlog(),
                maintenance.files(AttachmentState.WAITING, MOST_FILES),
                maintenance.files(AttachmentState.GONE, MOST_FILES),
                numbers.health(),
                disk(),
                repository.databaseSize(repository.isPostgresql()),
                reconciliation.last(),
                backups.all().stream().findFirst().map(KeptBackup::madeAt).orElse(null),
                backups.progress());
    }

    /** Which Parley this is. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public String version() {
        return version;
    }

    public Set<Alarm> alarms() {
        return read().alarms();
    }

    /** A disk that cannot be asked is one to look at. */
    private Disk disk() {
        try {
            FileStore store = Files.getFileStore(dataDirectory);
            return new Disk(store.getUsableSpace(), store.getTotalSpace());
        } catch (IOException e) {
            log.warn("The data directory cannot be asked for its room: {}", Trouble.in(e));
            return new Disk(0, 1);
        }
    }
}
