package app.parley.backup;

import app.parley.media.MediaFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;

/**
 * Writes everything into one file while the application works: first the database, all of it as it was at one moment,
 * then the files that it referred to at that moment. Files never change and, while this lasts, never go.
 */
final class BackupRun {

    private final DataSource database;
    private final MediaFiles mediaFiles;
    private final Origin origin;
    private final Listener listener;
    private long missing;

    BackupRun(DataSource database, MediaFiles mediaFiles, Origin origin, Listener listener) {
        this.database = database;
        this.mediaFiles = mediaFiles;
        this.origin = origin;
        this.listener = listener;
    }

    /** What a backup says of where it comes from. */
    record Origin(String application, String schema, boolean demo) {}

    @FunctionalInterface
    interface Listener {
        void on(UnaryOperator<BackupProgress> step);
    }

    Manifest writeTo(Path file, Instant now) throws Exception {
        Runnable release = mediaFiles.hold();
        try (BackupArchive parts = new BackupArchive(file)) {
            List<Manifest.Rows> tables = new ArrayList<>();
            Snapshot snapshot = writeTables(parts, tables);
            long files = writeFiles(parts, snapshot.digests());
            Manifest manifest = new Manifest(
                    Manifest.FORMAT,
                    origin.application(),
                    origin.schema(),
                    snapshot.engine().name(),
                    now,
                    origin.demo(),
                    tables,
                    snapshot.counters(),
                    files,
                    missing);
            parts.add(BackupArchive.MANIFEST, true, out -> out.write(manifest.bytes()));
            parts.finish();
            return manifest;
        } finally {
            release.run();
        }
    }

    private record Snapshot(DatabaseEngine engine, List<String> digests, Map<String, Long> counters) {}

    private Snapshot writeTables(BackupArchive parts, List<Manifest.Rows> tables) throws Exception {
        try (Connection connection = database.getConnection()) {
            DatabaseEngine engine = DatabaseEngine.of(connection);
            engine.beginSnapshot(connection);
            try {
                Schema schema = new Schema(connection);
                List<Table> all = schema.tables();
                if (all.isEmpty()) {
                    throw new IllegalStateException("The database shows no tables to keep");
                }
                // The first query of the snapshot: what is on the disk by now is in it.
                List<String> digests = mediaFiles.digests(connection);
                for (Table table : all) {
                    parts.add(BackupArchive.TABLES + table.name() + ".jsonl", true, out -> {
                        long rows = TableJsonLines.write(connection, table, out);
                        tables.add(new Manifest.Rows(table.name(), rows));
                    });
                    long soFar = tables.stream().mapToLong(Manifest.Rows::rows).sum();
                    listener.on(progress -> progress.rows(soFar));
                }
                return new Snapshot(engine, digests, schema.counters(all));
            } finally {
                end(engine, connection);
            }
        }
    }

    private static void end(DatabaseEngine engine, Connection connection) throws SQLException {
        if (!connection.isClosed()) {
            engine.endSnapshot(connection);
        }
    }

    private long writeFiles(BackupArchive parts, List<String> digests) throws Exception {
        long written = 0;
        long seen = 0;
        for (String digest : digests) {
            written += writeFile(parts, digest);
            long soFar = ++seen;
            listener.on(progress -> progress.files(soFar, digests.size()));
        }
        return written;
    }

    /** One that is gone, or no longer what it was, cannot keep the rest from being kept. */
    private int writeFile(BackupArchive parts, String digest) throws Exception {
        Optional<Path> file = mediaFiles.file(digest);
        if (file.isEmpty()) {
            missing++;
            return 0;
        }
        copy(parts, digest, file.get());
        Optional<Path> small = mediaFiles.thumbnail(digest);
        if (small.isPresent()) {
            copy(parts, digest + ".thumb", small.get());
            return 2;
        }
        return 1;
    }

    private static void copy(BackupArchive parts, String name, Path file) throws Exception {
        try {
            parts.add(BackupArchive.MEDIA + name, false, out -> Files.copy(file, out));
        } catch (NoSuchFileException e) {
            throw new IOException("A file went while it was held", e);
        }
    }
}
