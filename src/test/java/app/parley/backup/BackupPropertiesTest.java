package app.parley.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/** What an operator sets of backups, and what of the directory they lie in is ours. */
class BackupPropertiesTest {

    @TempDir
    Path directory;

    @Test
    void whatIsNotSetIsAsUsual() {
        BackupProperties usual = new BackupProperties(null, null, null);
        assertThat(usual.kept()).isEqualTo(7);
        assertThat(usual.time()).isNull();
        assertThat(usual.directoryIn(directory)).isEqualTo(directory.resolve("backups"));
        assertThat(new BackupProperties(null, " ", 3).time()).isNull();
        assertThat(new BackupProperties(null, "03:15", 3).time()).isEqualTo(LocalTime.of(3, 15));
    }

    @Test
    void aSettingThatCannotHoldIsNamed() {
        assertThatThrownBy(() -> new BackupProperties(null, "quarter past three", null))
                .isInstanceOf(InvalidConfigurationPropertyValueException.class)
                .hasMessageContaining("parley.backup.at")
                .hasMessageContaining("is not a time of day such as 03:15.");
        assertThatThrownBy(() -> new BackupProperties(null, null, 0))
                .hasMessageContaining("parley.backup.keep")
                .hasMessageContaining("must be a number of backups from 1 to 10000.");
    }

    @Test
    void onlyOurOwnBackupsAreListedFoundAndGivenUp() throws IOException {
        BackupDirectory backupDirectory = new BackupDirectory(directory);
        Files.writeString(directory.resolve("holiday.zip"), "not ours");
        for (int second = 1; second <= 4; second++) {
            Path unfinished = backupDirectory.unfinished(Instant.parse("2026-11-23T03:15:0" + second + "Z"));
            Files.writeString(unfinished, "backup " + second);
            String name = backupDirectory.publish(unfinished);
            Files.setLastModifiedTime(
                    directory.resolve(name), FileTime.from(Instant.parse("2026-11-23T03:15:0" + second + "Z")));
        }
        backupDirectory.keepOnly(2);
        assertThat(backupDirectory.all())
                .extracting(KeptBackup::name)
                .containsExactly("parley-20261123T031504000Z.zip", "parley-20261123T031503000Z.zip");
        assertThat(backupDirectory.find("../holiday.zip")).isEmpty();
        assertThat(backupDirectory.find("holiday.zip")).isEmpty();
        assertThat(directory.resolve("holiday.zip")).exists();
    }

    @Test
    void whatWasLeftHalfWrittenIsClearedAway() throws IOException {
        BackupDirectory backupDirectory = new BackupDirectory(directory);
        Path unfinished = backupDirectory.unfinished(Instant.EPOCH);
        Files.writeString(unfinished, "half a ba");
        assertThat(backupDirectory.all()).isEmpty();
        backupDirectory.sweep();
        assertThat(unfinished).doesNotExist();
    }

    @Test
    void aFullDiskIsToldFromADirectoryThatCannotBeWrittenTo() throws IOException {
        assertThat(BackupDirectory.trouble(new IOException("No space left on device")))
                .isEqualTo(BackupFailure.DISK_FULL);
        Path file = Files.writeString(directory.resolve("file"), "");
        assertThatThrownBy(() -> new BackupDirectory(file).unfinished(Instant.EPOCH))
                .isInstanceOfSatisfying(
                        FileSystemException.class,
                        e -> assertThat(BackupDirectory.trouble(e)).isEqualTo(BackupFailure.DIRECTORY));
    }
}
