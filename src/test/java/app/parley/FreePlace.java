package app.parley;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A port and a data directory nobody uses. The port must be known before the start: the application calls the
 * sandbox, which is itself, by its URL.
 */
public final class FreePlace implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of("server.port=" + freePort(), "parley.data-dir=" + freshDirectory())
                .applyTo(context);
    }

    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In {@code target}, on the disk the project is on: the system's temporary folder may be memory. */
    public static Path freshDirectory() {
        try {
            return Files.createTempDirectory(
                    Files.createDirectories(Path.of("target", "test-data").toAbsolutePath()), "parley");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
