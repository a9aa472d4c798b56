package app.parley.backup;

import app.parley.audit.AuditAction;
import app.parley.audit.AuditLog;
import app.parley.foundation.Trouble;
import app.parley.media.MediaFiles;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.info.BuildProperties;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes backups while Parley runs, one at a time, and keeps the newest. */
@Service
@EnableConfigurationProperties(BackupProperties.class)
public class Backups {

    private static final Logger log = LoggerFactory.getLogger(Backups.class);

    private final AtomicReference<BackupProgress> progress = new AtomicReference<>(BackupProgress.NONE);
    private final DataSource database;
    private final MediaFiles mediaFiles;
    private final Flyway migrations;
    private final String version;
    private final boolean demo;
    private final BackupDirectory backupDirectory;
    private final int keep;
    private final BackupRights rights;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private volatile @Nullable Thread working;

    Backups(
            DataSource database,
            MediaFiles mediaFiles,
            Flyway migrations,
            ObjectProvider<BuildProperties> build,
            Environment environment,
            BackupProperties properties,
            @Value("${parley.data-dir}") Path dataDirectory,
            BackupRights rights,
            AuditLog audit,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.database = database;
        this.mediaFiles = mediaFiles;
        this.migrations = migrations;
        BuildProperties known = build.getIfAvailable();
        this.version = known == null ? "unknown" : String.valueOf(known.getVersion());
        this.demo = environment.acceptsProfiles(Profiles.of("demo"));
        this.backupDirectory = new BackupDirectory(properties.directoryIn(dataDirectory));
        this.keep = properties.kept();
        this.rights = rights;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @PostConstruct
    void sweep() {
        backupDirectory.sweep();
    }

    /** @throws InvalidConfigurationPropertyValueException when there is no place for them */
    void requirePlace() {
        if (!backupDirectory.isWritable()) {
            throw new InvalidConfigurationPropertyValueException(
                    "parley.backup.directory",
                    null,
                    "names " + backupDirectory.directory() + ", which cannot be written to.");
        }
    }

    /**
     * Begins one in the background, which is written down.
     *
     * @param admin who asks, by id; null: nobody who is known, as the schedule
     * @return false when one is under way already, or they may not have everything
     */
    public boolean begin(@Nullable Long admin) {
        Instant now = clock.instant();
        if ((admin != null && !mayHave(admin)) || !start(now)) {
            return false;
        }
        try {
            record(AuditAction.BACKUP_ASKED, admin, null);
        } catch (RuntimeException e) {
            failed(BackupFailure.OTHER, e);
            throw e;
        }
        working = Thread.ofPlatform().name("backup").start(() -> make(now));
        return true;
    }

    /** Makes one now; for those who wait for it. @return how it went, or goes when one is under way already */
    BackupProgress run() {
        Instant now = clock.instant();
        if (start(now)) {
            make(now);
        }
        return progress();
    }

    public BackupProgress progress() {
        return progress.get();
    }

    /** The newest first. */
    public List<KeptBackup> all() {
        return backupDirectory.all();
    }

    /** A backup holds every number: an admin makes and takes it whom none is kept from. */
    public boolean mayHave(long agent) {
        return rights.allow(agent);
    }

    /** Where one lies, to be read only; that this admin takes it is written down. Empty for those who may not. */
    public Optional<Path> take(long admin, String name) {
        Optional<Path> file = mayHave(admin) ? backupDirectory.find(name) : Optional.empty();
        file.ifPresent(found -> record(AuditAction.BACKUP_DOWNLOADED, admin, name));
        return file;
    }

    Optional<Path> find(String name) {
        return backupDirectory.find(name);
    }

    private void record(AuditAction action, @Nullable Long admin, @Nullable String subject) {
        transaction.executeWithoutResult(status -> audit.record(action, admin, subject, null));
    }

    public Path directory() {
        return backupDirectory.directory();
    }

    private boolean start(Instant now) {
        BackupProgress before = progress.get();
        return !before.running() && progress.compareAndSet(before, BackupProgress.started(now));
    }

    private void make(Instant now) {
        try {
            if (!backupDirectory.space().takes(mediaFiles.size() + DiskSpace.ofDatabase(database))) {
                log.error("No backup was made: the disk has no room for it");
                step(at -> at.failed(BackupFailure.DISK_FULL));
                return;
            }
            step(write(now));
            backupDirectory.keepOnly(keep);
        } catch (IOException e) {
            failed(BackupDirectory.trouble(e), e);
        } catch (Exception | Error e) {
            failed(BackupFailure.OTHER, e);
        }
    }

    private UnaryOperator<BackupProgress> write(Instant now) throws Exception {
        Path unfinished = backupDirectory.unfinished(now);
        try {
            BackupRun.Origin origin = new BackupRun.Origin(version, schema(), demo);
            Manifest manifest = new BackupRun(database, mediaFiles, origin, this::step).writeTo(unfinished, now);
            String name = backupDirectory.publish(unfinished);
            log.info("A backup was made: {} rows, {} files", manifest.rows(), manifest.files());
            if (manifest.missing() > 0) {
                log.warn("{} files that messages refer to are missing in the media store", manifest.missing());
            }
            return at -> at.made(name);
        } finally {
            backupDirectory.drop(unfinished);
        }
    }

    private String schema() {
        return String.valueOf(migrations.info().current().getVersion());
    }

    private void failed(BackupFailure why, Throwable trouble) {
        log.error("A backup failed: {}", Trouble.in(trouble));
        step(at -> at.failed(why));
    }

    private void step(UnaryOperator<BackupProgress> next) {
        progress.updateAndGet(next);
    }

    /** One that is under way is finished, if it does not take too long: the database is still there. */
    @PreDestroy
    void await() throws InterruptedException {
        Thread thread = working;
        if (thread != null) {
            thread.join(20_000);
        }
    }
}
