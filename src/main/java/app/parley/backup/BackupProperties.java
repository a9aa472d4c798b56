package app.parley.backup;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/**
 * Where backups go, and when they are made by themselves.
 *
 * @param directory {@code backups} in the data directory unless set; better one on another disk
 * @param at a time of day, such as {@code 03:15}, by {@code parley.time-zone}; none: only when somebody asks
 * @param keep how many backups stay: the newest; 7 unless set
 */
@ConfigurationProperties("parley.backup")
record BackupProperties(
        @Nullable Path directory,
        @Nullable String at,
        @Nullable Integer keep) {

    private static final int USUALLY_KEPT = 7;

    BackupProperties {
        keep = keep == null ? USUALLY_KEPT : keep;
        if (keep < 1 || keep > 10_000) {
            throw wrong("parley.backup.keep", "must be a number of backups from 1 to 10000.");
        }
        if (at != null && !at.isBlank()) {
            parse(at);
        }
    }

    int kept() {
        return keep == null ? USUALLY_KEPT : keep;
    }

    Path directoryIn(Path dataDirectory) {
        return directory == null || directory.toString().isBlank()
                ? dataDirectory.resolve("backups")
                : directory.toAbsolutePath().normalize();
    }

    @Nullable
    LocalTime time() {
        return at == null || at.isBlank() ? null : parse(at);
    }

    private static LocalTime parse(String at) {
        try {
            return LocalTime.parse(at.strip());
        } catch (DateTimeException e) {
            throw wrong("parley.backup.at", "is not a time of day such as 03:15.");
        }
    }

    private static InvalidConfigurationPropertyValueException wrong(String setting, String fault) {
        return new InvalidConfigurationPropertyValueException(setting, null, fault);
    }
}
