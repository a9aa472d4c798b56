package app.parley.secrets;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The key of whoever sets none: made once in the data directory, for the owner's eyes only. */
final class KeyFile {

    static final String NAME = "encryption.key";

    private KeyFile() {}

    /** What stands in it. Of several processes that start at once, all read what the first one wrote. */
    static String in(Path dataDirectory) throws IOException {
        Path file = dataDirectory.resolve(NAME);
        if (Files.notExists(file)) {
            Files.createDirectories(dataDirectory);
            Path fresh = Files.createTempFile(dataDirectory, "encryption", ".tmp", onlyForTheOwner(dataDirectory));
            write(fresh, random());
            publish(fresh, file);
            sync(dataDirectory);
        }
        return Files.readString(file).strip();
    }

    /** On the disk before anything is encrypted with it: without it, all that would be lost. */
    private static void write(Path file, String key) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap((key + "\n").getBytes(StandardCharsets.US_ASCII));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    /** A link appears whole or not at all, and never replaces a file that is there. */
    private static void publish(Path fresh, Path file) throws IOException {
        try {
            Files.createLink(file, fresh);
        } catch (FileAlreadyExistsException e) {
            return; // Another process was faster.
        } catch (UnsupportedOperationException e) {
            Files.copy(fresh, file);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /** The name too; not every system lets a directory be opened. */
    private static void sync(Path directory) {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            return;
        }
    }

    private static FileAttribute<?>[] onlyForTheOwner(Path directory) {
        return directory.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static String random() {
        byte[] bytes = new byte[Key.BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
