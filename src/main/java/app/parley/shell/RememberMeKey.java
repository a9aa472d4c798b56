package app.parley.shell;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The key that signs remember-me cookies: made once in the data directory, so that they outlive a restart. */
final class RememberMeKey {

    private static final int BYTES = 32;

    private RememberMeKey() {}

    /** Of several nodes that start at once on one directory, all read what the first one wrote. */
    static String in(Path dataDirectory) throws IOException {
        Path file = dataDirectory.resolve("remember-me.key");
        if (Files.notExists(file)) {
            Files.createDirectories(dataDirectory);
            Path fresh = Files.createTempFile(dataDirectory, "remember-me", ".tmp", onlyForTheOwner(dataDirectory));
            Files.writeString(fresh, random());
            publish(fresh, file);
        }
        return Files.readString(file).strip();
    }

    /** A link appears whole or not at all, and never replaces a file that is there. */
    private static void publish(Path fresh, Path file) throws IOException {
        try {
            Files.createLink(file, fresh);
        } catch (FileAlreadyExistsException e) {
            return;
        } catch (UnsupportedOperationException e) {
            Files.copy(fresh, file);
        } finally {
            Files.deleteIfExists(fresh);
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
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
