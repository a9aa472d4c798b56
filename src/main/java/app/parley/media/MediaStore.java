package app.parley.media;

import app.parley.foundation.Trouble;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The files, each under the SHA-256 of its bytes: {@code media/ab/ab…}, its small picture beside it. The same file sent
 * twice is kept once. A file appears whole or not at all, and is on the disk before anybody refers to it.
 */
@Component
class MediaStore {

    private static final Logger log = LoggerFactory.getLogger(MediaStore.class);
    private static final Duration LEFT_BEHIND = Duration.ofDays(1);

    /** Longer than it takes from a file's arrival to the row that refers to it. */
    private static final Duration LATELY = Duration.ofHours(1);

    private final MediaPaths paths;
    private final Path arrivals;

    /** Of those who read everything and must find it. */
    private int held;

    MediaStore(@Value("${parley.data-dir}") Path dataDirectory) {
        this.paths = new MediaPaths(dataDirectory);
        this.arrivals = paths.root().resolve("arriving");
    }

    MediaPaths paths() {
        return paths;
    }

    /** From now on nothing is discarded, until as many have released as have held. */
    synchronized void holdAll() {
        held++;
    }

    synchronized void releaseAll() {
        held--;
    }

    IncomingFile incoming() throws IOException {
        Files.createDirectories(arrivals);
        return new IncomingFile(arrivals);
    }

    synchronized void keep(IncomingFile incoming) throws IOException {
        Path place = file(incoming.name());
        if (Files.exists(place) && Files.size(place) == incoming.size()) {
            // As if it came now: see discard.
            Files.setLastModifiedTime(place, FileTime.from(Instant.now()));
            return;
        }
        move(incoming, place);
    }

    /** Somebody is about to refer to it: as if it came now, see {@link #discard}. */
    synchronized void hold(String digest) {
        try {
            Files.setLastModifiedTime(file(digest), FileTime.from(Instant.now()));
        } catch (IOException e) {
            log.debug("A file that is about to be sent could not be held: {}", Trouble.in(e));
        }
    }

    /**
     * Throws a file away that nobody refers to, unless it (also) came lately: whoever brought it may be about to.
     *
     * @param isWanted asked while nothing is kept, so that nothing comes in between
     * @return whether it is gone
     */
    synchronized boolean discard(String digest, BooleanSupplier isWanted) throws IOException {
        Path file = file(digest);
        if (!Files.exists(file)) {
            return true;
        }
        if (held > 0) {
            return false;
        }
        Instant came = Files.getLastModifiedTime(file).toInstant();
        if (came.isAfter(Instant.now().minus(LATELY)) || isWanted.getAsBoolean()) {
            return false;
        }
        Files.deleteIfExists(thumbnail(digest));
        Files.deleteIfExists(file);
        return true;
    }

    boolean has(String digest) {
        return Files.isRegularFile(file(digest));
    }

    void keepThumbnail(String digest, byte[] picture) throws IOException {
        try (IncomingFile incoming = incoming()) {
            incoming.write(picture);
            move(incoming, thumbnail(digest));
        }
    }

    Path file(String digest) {
        return paths.file(digest);
    }

    Path thumbnail(String digest) {
        return paths.thumbnail(digest);
    }

    private void move(IncomingFile incoming, Path place) throws IOException {
        Path folder = Optional.ofNullable(place.getParent()).orElseThrow();
        Files.createDirectories(folder);
        incoming.sync();
        Files.move(incoming.file(), place, StandardCopyOption.ATOMIC_MOVE);
        sync(folder);
        sync(paths.root());
    }

    /** A name, too, has to reach the disk. Windows cannot sync a directory and needs not. */
    private static void sync(Path directory) {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            log.debug("A directory could not be synced: {}", Trouble.in(e));
        }
    }

    /** Clears away what processes that were killed left half written. */
    void sweep(Instant now) {
        if (!Files.isDirectory(arrivals)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(arrivals)) {
            for (Path file : files) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(LEFT_BEHIND))) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            log.warn("What was left half written could not be cleared away: {}", Trouble.in(e));
        }
    }
}
