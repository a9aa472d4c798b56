package app.parley.backup;

import app.parley.foundation.Trouble;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The directory in which backups lie. One appears whole or not at all; other files in it are nobody's business. */
final class BackupDirectory {

    private static final Logger log = LoggerFactory.getLogger(BackupDirectory.class);
    private static final Pattern NAME = Pattern.compile("parley-\\d{8}T\\d{6}(\\d{3})?Z\\.zip");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);
    private static final String UNFINISHED = ".unfinished";

    private final Path directory;

    BackupDirectory(Path directory) {
        this.directory = directory;
    }

    Path directory() {
        return directory;
    }

    boolean isWritable() {
        try {
            Files.createDirectories(directory);
            return Files.isWritable(directory);
        } catch (IOException e) {
            return false;
        }
    }

    DiskSpace space() throws IOException {
        Files.createDirectories(directory);
        return DiskSpace.in(directory);
    }

    /** A place for one that is about to be written; nobody but the owner may read it. */
    Path unfinished(Instant now) throws IOException {
        Files.createDirectories(directory);
        Path file = directory.resolve("parley-" + TIME.format(now) + ".zip" + UNFINISHED);
        Files.deleteIfExists(file);
        return file;
    }

    /** @return its name from now on */
    String publish(Path unfinished) throws IOException {
        String name = String.valueOf(unfinished.getFileName()).replace(UNFINISHED, "");
        onlyForTheOwner(unfinished);
        Files.move(unfinished, directory.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (AccessDeniedException e) {
            log.debug("This system cannot sync a directory and needs not");
        }
        return name;
    }

    private static void onlyForTheOwner(Path file) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
    }

    void drop(Path unfinished) {
        try {
            Files.deleteIfExists(unfinished);
        } catch (IOException e) {
            log.warn("An unfinished backup could not be cleared away: {}", Trouble.in(e));
        }
    }

    /** The newest first. */
    List<KeptBackup> all() {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file ->
                            NAME.matcher(String.valueOf(file.getFileName())).matches())
                    .flatMap(BackupDirectory::kept)
                    .sorted(Comparator.comparing(KeptBackup::madeAt).reversed())
                    .toList();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            log.warn("The directory for backups could not be read: {}", Trouble.in(e));
            return List.of();
        }
    }

    private static Stream<KeptBackup> kept(Path file) {
        try {
            return Stream.of(new KeptBackup(
                    String.valueOf(file.getFileName()),
                    Files.size(file),
                    Files.getLastModifiedTime(file).toInstant()));
        } catch (IOException e) {
            return Stream.empty();
        }
    }

    /** Empty for everything that is no backup's name, and for those that are gone. */
    Optional<Path> find(String name) {
        return NAME.matcher(name).matches()
                ? Optional.of(directory.resolve(name)).filter(Files::isRegularFile)
                : Optional.empty();
    }

    void keepOnly(int newest) {
        all().stream().skip(newest).forEach(old -> find(old.name()).ifPresent(this::drop));
    }

    /** What a process left half written that is no more. */
    void sweep() {
        try (Stream<Path> files = Files.list(directory)) {
            files.filter(file -> String.valueOf(file.getFileName()).endsWith(".zip" + UNFINISHED))
                    .forEach(this::drop);
        } catch (NoSuchFileException e) {
            log.trace("No backups yet");
        } catch (IOException e) {
            log.warn("The directory for backups could not be read: {}", Trouble.in(e));
        }
    }

    /** Why a file could not be written. */
    static BackupFailure trouble(IOException e) {
        if (e instanceof AccessDeniedException
                || e instanceof NoSuchFileException
                || e instanceof FileAlreadyExistsException) {
            return BackupFailure.DIRECTORY;
        }
        String words = String.valueOf(e.getMessage());
        return words.contains("No space left") || words.contains("not enough space") || words.contains("quota")
                ? BackupFailure.DISK_FULL
                : BackupFailure.OTHER;
    }
}
