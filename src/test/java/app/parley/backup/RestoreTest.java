package app.parley.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.parley.TestDatabase;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is not restored, and that nothing of it stays. */
class RestoreTest {

    @TempDir
    Path directory;

    private Path data;
    private HikariDataSource database;

    @BeforeEach
    void prepare() throws Exception {
        data = Files.createDirectory(directory.resolve("data"));
        database = BackupTest.database(TestDatabase.h2Url("mem:restore" + System.nanoTime()));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aFileThatIsNotThere() {
        refuses(directory.resolve("none.zip"), "There is no file");
    }

    @Test
    void aTruncatedBackup() throws Exception {
        Path file = backup(1, "13", false);
        byte[] bytes = Files.readAllBytes(file);
        for (int length : new int[] {0, 10, bytes.length / 2, bytes.length - 1}) {
            refuses(
                    Files.write(directory.resolve("cut.zip"), Arrays.copyOf(bytes, length)),
                    "is cut off, or is no backup.");
        }
    }

    @Test
    void aBackupWithAWrongByte() throws Exception {
        Path file = directory.resolve("wrong.zip");
        try (BackupArchive parts = new BackupArchive(file)) {
            parts.add(
                    BackupArchive.MANIFEST,
                    false,
                    out -> out.write(manifest(1, "13", false).bytes()));
            parts.add(
                    "tables/agent.jsonl", false, out -> out.write("[\"id\"]\n[1]\n".getBytes(StandardCharsets.UTF_8)));
            parts.finish();
        }
        byte[] bytes = Files.readAllBytes(file);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        bytes[text.indexOf("[\"id\"]") + 2] = 'x';
        refuses(Files.write(file, bytes), "damaged");
    }

    @Test
    void aBackupOfANewerParley() throws Exception {
        refuses(backup(1, "999", false), "The backup was made by a newer Parley (9.9)");
        refuses(backup(2, "13", false), "The backup was made by a newer Parley (9.9)");
    }

    @Test
    void aBackupOfADemoIntoAProduction() throws Exception {
        refuses(backup(1, "13", true), "The backup is of a demo");
    }

    @Test
    void aFileWithSomethingElseInIt() throws Exception {
        Path file = directory.resolve("more.zip");
        try (BackupArchive parts = new BackupArchive(file)) {
            parts.add("../../etc/passwd", true, out -> out.write(1));
            parts.finish();
        }
        refuses(file, "which no backup of Parley holds.");
    }

    @Test
    void intoADatabaseThatHoldsData() throws Exception {
        new JdbcTemplate(database).execute("create table something (id bigint)");
        refuses(backup(1, "13", false), "The database holds data already");
    }

    @Test
    void intoADirectoryThatHoldsFiles() throws Exception {
        Files.createDirectories(data.resolve("media/ab"));
        refuses(backup(1, "13", false), "parley.data-dir holds files already");
    }

    @Test
    void nothingStaysOfABackupThatCouldNotBeReadToItsEnd() throws Exception {
        Path file = backup(1, "13", false); // Its checksums are right, its tables are missing.
        assertThatThrownBy(() -> BackupTest.restore(database, data).from(file)).hasMessageContaining("The file has no");
        try (var connection = database.getConnection();
                Stream<Path> left = Files.list(data)) {
            assertThat(new Schema(connection).isEmpty()).isTrue();
            assertThat(left).isEmpty();
        }
    }

    private void refuses(Path file, String sentence) {
        assertThatThrownBy(() -> BackupTest.restore(database, data).from(file))
                .isInstanceOf(RefusedBackupException.class)
                .hasMessageContaining(sentence);
    }

    private Path backup(int format, String schema, boolean demo) throws Exception {
        Path file = directory.resolve("backup-" + System.nanoTime() + ".zip");
        try (BackupArchive parts = new BackupArchive(file)) {
            parts.add(
                    BackupArchive.MANIFEST,
                    true,
                    out -> out.write(manifest(format, schema, demo).bytes()));
            parts.finish();
        }
        return file;
    }

    private static Manifest manifest(int format, String schema, boolean demo) {
        return new Manifest(format, "9.9", schema, "H2", Instant.EPOCH, demo, List.of(), Map.of(), 0, 0);
    }
}
