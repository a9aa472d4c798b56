package app.parley.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class RememberMeKeyTest {

    @TempDir
    Path directory;

    @Test
    void theKeyIsMadeOnceAndThenKept() throws Exception {
        String key = RememberMeKey.in(directory.resolve("data"));
        assertThat(key).matches("[0-9a-f]{64}");
        assertThat(RememberMeKey.in(directory.resolve("data"))).isEqualTo(key);
        assertThat(directory.resolve("data")).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void nobodyElseOnTheMachineCanReadIt() throws Exception {
        RememberMeKey.in(directory);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("remember-me.key"))))
                .isEqualTo("rw-------");
    }
}
