package app.parley.backup;

import app.parley.media.MediaPaths;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * Puts a backup into a database and a data directory that hold nothing yet: the schema as it was when the backup was
 * made, its rows, its files, and then every migration that has come since.
 */
final class Restore {

    /** In the data directory while this is under way: with it there, Parley does not start. */
    static final String MARK = "restoring";

    private final DataSource database;
    private final Path dataDirectory;
    private final boolean demo;
    private final FluentConfiguration migrations;

    /** Whether the schema was empty until we filled it: only then may it be emptied again. */
    private boolean ours;

    /** @param locations of the migrations, with {@code {vendor}} in them */
    Restore(DataSource database, Path dataDirectory, boolean demo, List<String> locations) throws SQLException {
        this.database = database;
        this.dataDirectory = dataDirectory;
        this.demo = demo;
        try (Connection connection = database.getConnection()) {
            String vendor = DatabaseEngine.of(connection).name().toLowerCase(Locale.ROOT);
            this.migrations = Flyway.configure()
                    .dataSource(database)
                    .cleanDisabled(false)
                    .locations(locations.stream()
                            .map(location -> location.replace("{vendor}", vendor))
                            .toArray(String[]::new));
        }
    }

    /** Leaves nothing behind when it fails. */
    Manifest from(Path file) throws RefusedBackupException, IOException, SQLException {
        requireEmpty();
        try (BackupFile backup = BackupFile.open(file)) {
            Manifest manifest = backup.check();
            require(manifest);
            Files.createFile(dataDirectory.resolve(MARK));
            boolean done = false;
            try {
                fill(backup, manifest);
                done = true;
            } finally {
                if (!done) {
                    empty();
                }
                Files.delete(dataDirectory.resolve(MARK));
            }
            return manifest;
        }
    }

    private void requireEmpty() throws RefusedBackupException, SQLException, IOException {
        try (Connection connection = database.getConnection()) {
            if (!new Schema(connection).isEmpty()) {
                throw new RefusedBackupException("The database holds data already: restoring needs an empty one.");
            }
        }
        Path media = dataDirectory.resolve("media");
        if (Files.isDirectory(media)) {
            try (Stream<Path> files = Files.list(media)) {
                if (files.findAny().isPresent()) {
                    throw new RefusedBackupException(
                            "parley.data-dir holds files already: restoring needs an empty directory.");
                }
            }
        }
    }

    private void require(Manifest manifest) throws RefusedBackupException {
        Optional<MigrationVersion> newest = Stream.of(migrations.load().info().all())
                .map(MigrationInfo::getVersion)
                .filter(version -> version != null)
                .max(MigrationVersion::compareTo);
        MigrationVersion needed = MigrationVersion.fromVersion(manifest.schema());
        if (manifest.format() > Manifest.FORMAT || newest.isEmpty() || needed.compareTo(newest.get()) > 0) {
            throw new RefusedBackupException("The backup was made by a newer Parley (" + manifest.application()
                    + "): restore it with that version or a later one.");
        }
        if (manifest.demo() != demo) {
            throw new RefusedBackupException(
                    demo
                            ? "The backup is of a production: it is not restored into a demo."
                            : "The backup is of a demo, whose people are invented: it is not restored into a production.");
        }
    }

    private void fill(BackupFile backup, Manifest manifest) throws RefusedBackupException, IOException, SQLException {
        String before = migrations
                .target(MigrationVersion.fromVersion(manifest.schema()))
                .load()
                .migrate()
                .initialSchemaVersion;
        if (before != null && !before.isEmpty()) {
            throw new RefusedBackupException("The database holds data already: restoring needs an empty one.");
        }
        ours = true;
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            Schema schema = new Schema(connection);
            List<Table> tables = schema.tables();
            clear(connection, tables);
            for (Table table : tables) {
                fill(connection, backup, manifest, table);
            }
            connection.commit();
            schema.resume(tables, manifest.counters());
            connection.commit();
        }
        for (ZipEntry part : backup.parts()) {
            if (part.getName().startsWith(BackupArchive.MEDIA)) {
                shelve(backup, part.getName());
            }
        }
        migrations.target(MigrationVersion.LATEST).load().migrate();
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            DuplicateSendGuard.apply(connection, manifest.madeAt());
            connection.commit();
        }
        sync();
    }

    /** What the migrations put there themselves is in the backup too. Tables that refuse deletions have nothing. */
    private static void clear(Connection connection, List<Table> tables) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (Table table : tables.reversed()) {
                try (var any = statement.executeQuery("select 1 from \"" + table.name() + "\" limit 1")) {
                    if (!any.next()) {
                        continue;
                    }
                }
                statement.executeUpdate("delete from \"" + table.name() + "\"");
            }
        }
    }

    private static void fill(Connection connection, BackupFile backup, Manifest manifest, Table table)
            throws SQLException, IOException {
        long expected = manifest.tables().stream()
                .filter(rows -> rows.table().equals(table.name()))
                .mapToLong(Manifest.Rows::rows)
                .sum();
        try (InputStream in = backup.content(BackupArchive.TABLES + table.name() + ".jsonl")) {
            long rows = TableJsonLines.read(connection, table, in);
            if (rows != expected) {
                throw new IOException("%s has %d rows and should have %d".formatted(table.name(), rows, expected));
            }
        }
        connection.commit();
    }

    private void shelve(BackupFile backup, String part) throws IOException {
        String name = part.substring(BackupArchive.MEDIA.length());
        MediaPaths paths = new MediaPaths(dataDirectory);
        Path place = name.endsWith(".thumb")
                ? paths.thumbnail(name.substring(0, name.length() - ".thumb".length()))
                : paths.file(name);
        Files.createDirectories(Optional.ofNullable(place.getParent()).orElseThrow());
        try (FileChannel channel = FileChannel.open(place, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                OutputStream out = Channels.newOutputStream(channel);
                InputStream in = backup.content(part)) {
            in.transferTo(out);
            channel.force(true);
        }
    }

    private void sync() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            if (DatabaseEngine.of(connection) == DatabaseEngine.H2) {
                statement.execute("checkpoint sync");
            }
        }
    }

    /** The directory was empty before, and so was the schema if we were the first to fill it. */
    private void empty() throws IOException {
        if (ours) {
            migrations.load().clean();
        }
        Path media = dataDirectory.resolve("media");
        if (Files.isDirectory(media)) {
            try (Stream<Path> files = Files.walk(media)) {
                for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
