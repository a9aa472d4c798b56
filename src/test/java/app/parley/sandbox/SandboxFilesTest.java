package app.parley.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.mock.env.MockEnvironment;

/** What the sandbox keeps in files. */
class SandboxFilesTest {

    @TempDir
    Path directory;

    @Test
    void whereNothingCanBeKeptTheStartSaysSo() {
        assertThatThrownBy(() -> new AnalyticsStore(settings(directory)))
                .isInstanceOfSatisfying(
                        InvalidConfigurationPropertyValueException.class,
                        e -> assertThat(e.getName() + " " + e.getReason())
                                .isEqualTo("parley.sandbox.delivered must be a file that can be written."));
    }

    @Test
    void aFileThatIsNotThereYetIsMadeWithItsFolder() {
        Path file = directory.resolve("deep").resolve("delivered");
        assertThat(new AnalyticsStore(settings(file))).isNotNull();
        assertThat(file).isEmptyFile();
    }

    private static SandboxSettings settings(Path delivered) {
        return new SandboxSettings(
                new MockEnvironment().withProperty("parley.sandbox.delivered", delivered.toString()));
    }
}
